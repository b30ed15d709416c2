package org.opensem.rest.internal;

import java.time.ZoneId;
import org.opensem.metering.Sample;
import tools.jackson.core.JsonGenerator;

/** The live object: one second. */
final class LiveJson {

    private LiveJson() {}

    static JsonBody of(Sample sample, ZoneId zone) {
        return json -> write(json, Times.text(sample.epochSecond(), zone), sample.totalMilliwatts(),
                sample.l1Milliwatts(), sample.l2Milliwatts(), sample.l3Milliwatts());
    }

    static void write(JsonGenerator json, String time, int total, int l1, int l2, int l3) {
        json.writeStartObject();
        json.writeStringProperty("time", time);
        Json.watts(json, "total", total);
        phase(json, "l1", l1);
        phase(json, "l2", l2);
        phase(json, "l3", l3);
        json.writeEndObject();
    }

    private static void phase(JsonGenerator json, String name, int milliwatts) {
        if (milliwatts == Sample.ABSENT) {
            json.writeNullProperty(name);
        } else {
            Json.watts(json, name, milliwatts);
        }
    }
}
