package org.opensem.rest.internal;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.lang.management.ManagementFactory;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.opensem.metering.DeviceId;
import org.opensem.metering.LiveSamples;
import org.opensem.metering.Sample;
import org.opensem.store.SampleStore;
import org.opensem.store.StoreStatus;
import org.opensem.time.ClockService;
import org.opensem.time.ClockStatus;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import tools.jackson.core.JsonGenerator;

/** How the whole does. A part that is away is {@code null}: this call answers as long as there is a clock. */
@Component(service = StatusResource.class)
@JakartarsResource
@Path("status")
public final class StatusResource {
    private final Services services;
    private final BundleContext context;

    @Activate
    public StatusResource(@Reference Services services, BundleContext context) {
        this.services = services;
        this.context = context;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public JsonBody status(@Context UriInfo uri) {
        ClockService clock = services.clock();
        Query query = new Query(uri.getQueryParameters(), clock.zone());
        query.check();
        ZoneId zone = query.zone();
        SampleStore present = services.store;
        StoreStatus store = present == null ? null : present.status();
        DeviceId device = services.deviceId;
        Optional<LiveSamples.Source> source = services.source();
        return json -> {
            json.writeStartObject();
            json.writeStringProperty("deviceId", device == null ? null : device.name());
            json.writeStringProperty("version", Bundles.version(context));
            json.writeNumberProperty("uptimeSeconds", ManagementFactory.getRuntimeMXBean().getUptime() / 1000);
            json.writeBooleanProperty("demo", source.map(driver -> driver.status().demo()).orElse(false));
            clock(json, clock, zone);
            driver(json, source.orElse(null), zone);
            store(json, store, zone);
            Json.object(json, "bundles", Bundles.byState(context));
            json.writeEndObject();
        };
    }

    /** How the clock does. */
    static void clock(JsonGenerator json, ClockService clock, ZoneId zone) {
        json.writeName("clock").writeStartObject();
        json.writeStringProperty("utc", Times.utc(clock.now()));
        json.writeStringProperty("zone", zone.getId());
        ClockStatus status = clock.status();
        json.writeStringProperty("source", status.source());
        json.writeNumberProperty("offsetMs", status.offsetMillis());
        json.writeBooleanProperty("trusted", status.trusted());
        json.writeStringProperty("lastSync", status.lastSync().map(Times::utc).orElse(null));
        json.writeStringProperty("reason", status.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.writeEndObject();
    }

    private void driver(JsonGenerator json, LiveSamples.Source driver, ZoneId zone) {
        if (driver == null) {
            json.writeNullProperty("driver");
            return;
        }
        LiveSamples live = services.live;
        json.writeName("driver").writeStartObject();
        json.writeStringProperty("id", driver.driverId());
        json.writeStringProperty("state", driver.status().state().name().toLowerCase(Locale.ROOT));
        json.writeBooleanProperty("read", driver.read());
        json.writeStringProperty("detail", driver.status().detail());
        OptionalLong last = live == null
                ? OptionalLong.empty()
                : live.newest().map(Sample::epochSecond).map(OptionalLong::of).orElse(OptionalLong.empty());
        time(json, "lastSample", last, zone);
        json.writeEndObject();
    }

    private static void store(JsonGenerator json, StoreStatus store, ZoneId zone) {
        if (store == null) {
            json.writeNullProperty("store");
            return;
        }
        json.writeName("store").writeStartObject();
        time(json, "oldest", store.oldest(), zone);
        time(json, "newest", store.newest(), zone);
        json.writeNumberProperty("samples", store.samples());
        json.writeNumberProperty("bytes", store.bytes());
        json.writeNumberProperty("skipped", store.skipped());
        json.writeNumberProperty("held", store.held());
        json.writeNumberProperty("restamped", store.restamped());
        json.writeEndObject();
    }

    private static void time(JsonGenerator json, String name, OptionalLong second, ZoneId zone) {
        if (second.isPresent()) {
            json.writeStringProperty(name, Times.text(second.getAsLong(), zone));
        } else {
            json.writeNullProperty(name);
        }
    }
}
