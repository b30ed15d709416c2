package org.opensem.rest.internal;

import java.util.List;
import java.util.OptionalLong;

/**
 * A fault as RFC 9457 has it, thrown by whatever finds it. Its texts are looked up by key in the request's language, see
 * {@link Texts}: {@code <key>.title} and {@code <key>.detail}.
 */
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    /** Seconds after which a caller may try again what failed because a part was being updated. */
    private static final long RETRY_SECONDS = 2;

    private final int status;
    private final String key;
    private final transient Object[] arguments;
    private final transient List<FieldFault> faults;

    private Problem(int status, String key, List<FieldFault> faults, Object... arguments) {
        super(key, null, false, false);
        this.status = status;
        this.key = key;
        this.faults = List.copyOf(faults);
        this.arguments = arguments.clone();
    }

    static Problem of(int status, String key, Object... arguments) {
        return new Problem(status, key, List.of(), arguments);
    }

    /** 400: the fields at fault, all of them at once. */
    static Problem fields(List<FieldFault> faults) {
        return new Problem(400, "invalid-fields", faults, faults.size());
    }

    static Problem field(String field, String key, Object... arguments) {
        return fields(List.of(new FieldFault(field, key, arguments)));
    }

    /** 503: a part is away for a moment. @param part key of its name, {@code part.<name>} */
    static Problem unavailable(String part) {
        return new Problem(503, "part-unavailable", List.of(), new Texts.Name("part." + part));
    }

    /** 429: after wrong passwords the next one is looked at only after so many seconds. */
    static Problem tooSoon(long seconds) {
        return new Problem(429, "slowed-down", List.of(), seconds);
    }

    int status() {
        return status;
    }

    /** After how many seconds a caller may try again; empty if that would be of no use. */
    OptionalLong retrySeconds() {
        return switch (status) {
            case 503 -> OptionalLong.of(RETRY_SECONDS);
            case 429 -> OptionalLong.of((Long) arguments[0]);
            default -> OptionalLong.empty();
        };
    }

    String key() {
        return key;
    }

    Object[] arguments() {
        return arguments.clone();
    }

    List<FieldFault> faults() {
        return faults;
    }

    /**
     * @param field the parameter, or the path of the JSON field, for example {@code [2].l1}
     * @param key of the message, {@code field.<key>}
     */
    record FieldFault(String field, String key, Object... arguments) {}
}
