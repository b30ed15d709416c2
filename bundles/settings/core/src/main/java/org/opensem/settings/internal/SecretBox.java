package org.opensem.settings.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.opensem.language.Message;
import org.opensem.settings.Secrets;
import org.opensem.settings.SettingsException;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * AES-256-GCM; a closed text is {@code {aes-gcm}} and, in base64, the nonce, the encrypted text and its tag. The key is made when
 * the first secret is closed and lies in {@code <data>/keys/settings.key}.
 */
@Component
public final class SecretBox implements Secrets {
    static final String MARK = "{aes-gcm}";

    private static final Logger LOG = LoggerFactory.getLogger(SecretBox.class);
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final Path file;
    private SecretKeySpec key;

    @Activate
    public SecretBox(BundleContext context) {
        this(DataFolder.of(context::getProperty));
    }

    SecretBox(Path data) {
        file = data.resolve("keys").resolve("settings.key");
    }

    @Override
    public String close(String secret) {
        Objects.requireNonNull(secret);
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] closed = cipher(Cipher.ENCRYPT_MODE, key(), nonce).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + closed.length);
            System.arraycopy(closed, 0, all, NONCE_BYTES, closed.length);
            return MARK + Base64.getEncoder().encodeToString(all);
        } catch (IOException e) {
            throw new SettingsException(Message.of(SecretBox.class, "key", file.toString(), e.toString()), e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES-GCM", e);
        }
    }

    @Override
    public Optional<String> open(String kept) {
        if (!kept.startsWith(MARK)) {
            return Optional.of(kept);
        }
        try {
            byte[] all = Base64.getDecoder().decode(kept.substring(MARK.length()).strip());
            Optional<SecretKeySpec> present = presentKey();
            if (present.isEmpty() || all.length <= NONCE_BYTES) {
                return Optional.empty();
            }
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, present.get(), Arrays.copyOf(all, NONCE_BYTES));
            byte[] text = cipher.doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            LOG.debug("A secret cannot be opened: it is damaged, or was closed with another key", e);
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("{} cannot be read, and no secret be opened: {}", file, e.toString());
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private synchronized SecretKeySpec key() throws IOException {
        Optional<SecretKeySpec> present = presentKey();
        if (present.isEmpty()) {
            byte[] made = new byte[KEY_BYTES];
            random.nextBytes(made);
            Durable.write(file, (Base64.getEncoder().encodeToString(made) + "\n").getBytes(StandardCharsets.US_ASCII));
            key = new SecretKeySpec(made, "AES");
            LOG.info("A key for secrets was made in {}", file);
        }
        return key;
    }

    /** A file that holds no key is a fault, not a reason to make another: what was closed with the lost one would be lost too. */
    private synchronized Optional<SecretKeySpec> presentKey() throws IOException {
        if (key == null && Files.exists(file)) {
            byte[] bytes = decoded(Files.readString(file, StandardCharsets.US_ASCII).strip());
            if (bytes.length != KEY_BYTES) {
                throw new IOException(file + " holds no key of 32 bytes in base64");
            }
            key = new SecretKeySpec(bytes, "AES");
        }
        return Optional.ofNullable(key);
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            LOG.debug("Not base64", e);
            return new byte[0];
        }
    }
}
