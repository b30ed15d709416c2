package org.opensem.rest.internal;

import java.time.ZoneId;
import java.util.OptionalLong;
import org.opensem.store.SampleStore;
import tools.jackson.core.JsonGenerator;

/** Every stored second of a range, written as it is read. */
final class SecondsJson {
    private final SampleStore store;
    private final SamplesResource.Range range;
    private final ZoneId zone;
    private final Corrected corrected;

    SecondsJson(SampleStore store, SamplesResource.Range range, ZoneId zone, Corrected corrected) {
        this.store = store;
        this.range = range;
        this.zone = zone;
        this.corrected = corrected;
    }

    void write(JsonGenerator json) {
        OptionalLong oldest = store.status().oldest();
        json.writeStartObject();
        if (oldest.isPresent()) {
            json.writeStringProperty("oldest", Times.text(oldest.getAsLong(), zone));
        } else {
            json.writeNullProperty("oldest");
        }
        json.writeName("samples").writeStartArray();
        store.read(range.from(), range.to(), corrected.seconds(
                (second, total, l1, l2, l3) -> LiveJson.write(json, Times.text(second, zone), total, l1, l2, l3)));
        json.writeEndArray();
        json.writeEndObject();
    }
}
