package org.opensem.rest.internal;

import java.time.ZoneId;
import tools.jackson.core.JsonGenerator;

/** A curve's buckets. */
final class CurveJson {
    private final Curve curve;
    private final ZoneId zone;

    CurveJson(Curve curve, ZoneId zone) {
        this.curve = curve;
        this.zone = zone;
    }

    void write(JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("from", Times.text(curve.from(), zone));
        json.writeStringProperty("to", Times.text(curve.to(), zone));
        json.writeNumberProperty("bucketSeconds", curve.bucketSeconds());
        json.writeName("buckets").writeStartArray();
        for (Curve.Point point : curve.points()) {
            json.writeStartObject();
            json.writeStringProperty("time", Times.text(point.start(), zone));
            Json.coverage(json, point.coverage());
            band(json, "total", point.total());
            band(json, "l1", point.l1());
            band(json, "l2", point.l2());
            band(json, "l3", point.l3());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void band(JsonGenerator json, String name, Curve.Band band) {
        if (band == null) {
            json.writeNullProperty(name);
            return;
        }
        json.writeName(name).writeStartObject();
        bound(json, "min", band.min());
        Json.mean(json, "mean", band.mean() / 1000);
        bound(json, "max", band.max());
        json.writeEndObject();
    }

    private static void bound(JsonGenerator json, String name, Integer milliwatts) {
        if (milliwatts == null) {
            json.writeNullProperty(name);
        } else {
            Json.watts(json, name, milliwatts);
        }
    }
}
