package org.opensem.access.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.opensem.access.Question;

/**
 * What is kept of the owner: hashes only.
 *
 * @param generation another one with each password; sessions of earlier ones have ended
 * @param password Argon2id
 * @param answer Argon2id; empty without a question
 * @param codes SHA-256 of recovery codes that have not been used
 */
record OwnerRecord(String generation, String password, Optional<Question> question, String answer, List<String> codes) {
    private static final String KEY = "question";
    private static final String TEXT = "question.text";

    OwnerRecord {
        codes = List.copyOf(codes);
    }

    /** What holds when the file cannot be read: there is an owner, whom no password lets in. */
    static final OwnerRecord UNREADABLE = new OwnerRecord("", "", Optional.empty(), "", List.of());

    static OwnerRecord of(Map<String, String> values) {
        String key = values.getOrDefault(KEY, "");
        String codes = values.getOrDefault("codes", "");
        return new OwnerRecord(values.getOrDefault("generation", ""), values.getOrDefault("password", ""),
                key.isEmpty() ? Optional.empty() : Optional.of(new Question(key, values.getOrDefault(TEXT, ""))),
                values.getOrDefault("answer", ""), codes.isEmpty() ? List.of() : Arrays.asList(codes.split(",")));
    }

    Map<String, String> values() {
        Map<String, String> values = new TreeMap<>(Map.of("generation", generation, "password", password, "answer", answer,
                "codes", String.join(",", codes)));
        question.ifPresent(asked -> {
            values.put(KEY, asked.key());
            values.put(TEXT, asked.text());
        });
        return values;
    }

    OwnerRecord withPassword(String hash) {
        return new OwnerRecord(Digests.id(), hash, question, answer, codes);
    }

    /** The same password, hashed at another cost: nobody's session ends. */
    OwnerRecord rehashed(String hash) {
        return new OwnerRecord(generation, hash, question, answer, codes);
    }

    OwnerRecord withQuestion(Optional<Question> asked, String hash) {
        return new OwnerRecord(generation, password, asked, hash, codes);
    }

    OwnerRecord withCodes(List<String> hashes) {
        return new OwnerRecord(generation, password, question, answer, hashes);
    }

    OwnerRecord withCode(String hash) {
        List<String> more = new ArrayList<>(codes);
        more.add(hash);
        return withCodes(more);
    }

    OwnerRecord withoutCode(String hash) {
        return withCodes(codes.stream().filter(code -> !code.equals(hash)).toList());
    }
}
