package org.opensem.rest.internal;

/** Turns a {@link Problem} into RFC 9457's JSON. */
final class ProblemJson {
    static final String MEDIA_TYPE = "application/problem+json";
    /** The types are names, not addresses: what they mean stands in the OpenAPI description. */
    static final String TYPE_PREFIX = "urn:opensem:problem:";

    private ProblemJson() {}

    static JsonBody of(Problem problem, Texts texts) {
        return json -> {
            json.writeStartObject();
            json.writeStringProperty("type", TYPE_PREFIX + problem.key());
            json.writeStringProperty("title", texts.text(problem.key() + ".title"));
            json.writeNumberProperty("status", problem.status());
            json.writeStringProperty("detail", texts.text(problem.key() + ".detail", problem.arguments()));
            if (!problem.faults().isEmpty()) {
                json.writeName("errors").writeStartArray();
                for (Problem.FieldFault fault : problem.faults()) {
                    json.writeStartObject();
                    json.writeStringProperty("field", fault.field());
                    json.writeStringProperty("message", texts.text("field." + fault.key(), fault.arguments()));
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        };
    }
}
