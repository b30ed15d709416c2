package org.opensem.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.opensem.settings.Fault;
import org.osgi.annotation.versioning.ProviderType;

/** The certificate of HTTPS: made by the device itself, or brought by the owner. */
@ProviderType
public interface ServerCertificate {
    /** Most bytes of an uploaded file. */
    int MOST_BYTES = 256 * 1024;

    /**
     * The certificate in use.
     *
     * @param own whether the owner brought it; otherwise the device made it, and browsers warn of it
     * @param subject its name
     * @param names for which it is valid: host names and addresses
     * @param fingerprint SHA-256, as browsers show it: pairs of hexadecimal digits with colons
     */
    record Info(boolean own, String subject, List<String> names, String fingerprint, Instant validFrom, Instant validUntil) {
        public Info {
            names = List.copyOf(names);
        }
    }

    /** Empty until HTTPS is switched on for the first time. */
    Optional<Info> info();

    /**
     * Takes a certificate with its key and serves it from now on.
     *
     * @param file PEM (chain and key, in any order) or PKCS#12
     * @param key the key as PEM, if it lies in a file of its own; else empty
     * @param password of the key or the PKCS#12 file; may be empty
     * @return faults of {@code certificate}, {@code key}, {@code password}; if there are any, nothing has changed
     */
    List<Fault> use(byte[] file, byte[] key, String password);

    /** Makes a new one of the device's own in place of what there is. */
    void renew();
}
