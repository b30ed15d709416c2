package org.opensem.access.internal;

import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.opensem.access.TooSoonException;

/**
 * Argon2id for what people think up and others might guess. Each hash takes {@link #MEMORY_KIBIBYTES} of memory, so that only one
 * is made at a time, and of many who ask some are told to come again.
 */
final class Argon2 {
    /** With five passes about a third of a second on a small computer, twice and more what OWASP asks for (19 MiB, 2 passes). */
    static final int MEMORY_KIBIBYTES = 32 * 1024;
    static final int PASSES = 5;

    private static final int BYTES = 32;
    private static final int MOST_WAITING = 8;
    private static final Pattern KEPT = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,6}),t=(\\d{1,3}),p=1\\$([A-Za-z0-9+/]{22})\\$([A-Za-z0-9+/]{43})");

    private final int memoryKibibytes;
    private final int passes;
    private final Semaphore one = new Semaphore(1, true);

    Argon2() {
        this(MEMORY_KIBIBYTES, PASSES);
    }

    Argon2(int memoryKibibytes, int passes) {
        this.memoryKibibytes = memoryKibibytes;
        this.passes = passes;
    }

    /** The hash with its salt and its cost, as the reference implementation writes it. */
    String hash(String secret) {
        byte[] salt = Digests.salt();
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + memoryKibibytes + ",t=" + passes + ",p=1$" + base64.encodeToString(salt) + "$"
                + base64.encodeToString(compute(secret, salt, memoryKibibytes, passes));
    }

    /** Whether a secret has this hash; false too if it is no hash at all. */
    boolean matches(String secret, String kept) {
        Matcher matcher = KEPT.matcher(kept);
        if (!matcher.matches()) {
            return false;
        }
        byte[] salt = Base64.getDecoder().decode(matcher.group(3));
        byte[] hash = compute(secret, salt, Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        return Digests.same(Base64.getEncoder().withoutPadding().encodeToString(hash), matcher.group(4));
    }

    /** Whether a hash was made with another cost than today's. */
    boolean isOutdated(String kept) {
        return !kept.startsWith("$argon2id$v=19$m=" + memoryKibibytes + ",t=" + passes + ",p=1$");
    }

    private byte[] compute(String secret, byte[] salt, int memory, int iterations) {
        if (one.getQueueLength() >= MOST_WAITING) {
            throw new TooSoonException(Duration.ofSeconds(MOST_WAITING));
        }
        one.acquireUninterruptibly();
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13).withMemoryAsKB(memory).withIterations(iterations)
                    .withParallelism(1).withSalt(salt).build());
            byte[] hash = new byte[BYTES];
            generator.generateBytes(secret.toCharArray(), hash);
            return hash;
        } finally {
            one.release();
        }
    }
}
