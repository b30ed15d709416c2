package org.opensem.rest.internal;

import static org.osgi.service.component.annotations.ReferenceCardinality.MULTIPLE;
import static org.osgi.service.component.annotations.ReferenceCardinality.OPTIONAL;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.opensem.language.Languages;
import org.opensem.report.OverviewService;
import org.opensem.report.Report;
import org.opensem.report.ReportFormat;
import org.opensem.settings.Region;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The overview of a day (U1), as JSON or as a file of any report format (U3). */
@Component(service = OverviewResource.class)
@JakartarsResource
@Path("overview")
public final class OverviewResource {
    @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
    volatile List<ReportFormat> formats = List.of();
    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile Region region;

    private final Services services;

    @Activate
    public OverviewResource(@Reference Services services) {
        this.services = services;
    }

    /** The type is chosen here and not by JAX-RS, since formats come and go with their bundles. */
    @GET
    public Response overview(@Context UriInfo uri, @Context HttpHeaders headers) throws IOException {
        Query query = new Query(uri.getQueryParameters(), services.clock().zone());
        ZoneId zone = query.zone();
        LocalDate day = query.date("date").orElseGet(() -> services.clock().now().atZone(zone).toLocalDate());
        // The first of two with one id, or one type, ranks higher.
        List<ReportFormat> known = formats.reversed();
        Optional<ReportFormat> asked = query.choice("format", known.stream().map(format -> format.descriptor().id()).toList())
                .flatMap(id -> known.stream().filter(format -> format.descriptor().id().equals(id)).findFirst());
        query.check();
        OverviewService overviews = services.overview();
        if (asked.isEmpty()) {
            asked = accepted(headers.getAcceptableMediaTypes(), known);
        }
        if (asked.isEmpty()) {
            return Response.ok(new OverviewJson(overviews.overview(day, zone), zone), MediaType.APPLICATION_JSON_TYPE).build();
        }
        return file(overviews.report(overviews.overview(day, zone), overviews.hours(day, zone)), asked.get(),
                language(headers.getAcceptableLanguages()));
    }

    /**
     * The format of the type that the caller likes best; empty for JSON.
     *
     * @throws Problem 406 if there is none that the caller takes
     */
    private static Optional<ReportFormat> accepted(List<MediaType> types, List<ReportFormat> known) {
        for (MediaType type : types) {
            if (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return Optional.empty();
            }
            Optional<ReportFormat> format = known.stream()
                    .filter(each -> type.isCompatible(MediaType.valueOf(each.descriptor().mediaType()))).findFirst();
            if (format.isPresent()) {
                return format;
            }
        }
        if (known.isEmpty()) {
            throw Problem.unavailable("report");
        }
        throw Problem.of(406, "no-format", String.join(", ",
                known.stream().map(format -> format.descriptor().mediaType()).distinct().sorted().toList()));
    }

    private Locale language(List<Locale> preferred) {
        Region configured = region;
        return configured == null ? Languages.preferred(preferred) : configured.language(preferred);
    }

    /** Written whole before it is sent, so that a fault is told as one. */
    private static Response file(Report report, ReportFormat format, Locale language) throws IOException {
        ReportFormat.Descriptor descriptor = format.descriptor();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        format.write(report, language, file);
        return Response.ok(file.toByteArray(), MediaType.valueOf(descriptor.mediaType()).withCharset(
                        descriptor.mediaType().startsWith("text/") ? "utf-8" : null))
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + report.fileName(descriptor.extension()) + "\"")
                .build();
    }
}
