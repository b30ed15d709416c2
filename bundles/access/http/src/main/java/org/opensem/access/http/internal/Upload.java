package org.opensem.access.http.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.opensem.access.ServerCertificate;
import org.opensem.language.Message;
import org.opensem.settings.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an owner uploads: read, checked as a whole, every fault with its field. */
final class Upload {
    private static final Logger LOG = LoggerFactory.getLogger(Upload.class);
    private static final int LEAST_RSA_BITS = 2048;
    private static final String SERVER = "1.3.6.1.5.5.7.3.1";
    private static final String ANY_PURPOSE = "2.5.29.37.0";

    private final List<Fault> faults = new ArrayList<>();
    private final List<X509Certificate> certificates = new ArrayList<>();
    private final List<PrivateKey> keys = new ArrayList<>();

    /** @param key empty if it lies in the file */
    Upload(byte[] file, byte[] key, String password) {
        char[] typed = password == null ? new char[0] : password.toCharArray();
        if (file.length == 0) {
            fault("certificate", "missing");
        } else if (file.length > ServerCertificate.MOST_BYTES || key.length > ServerCertificate.MOST_BYTES) {
            fault("certificate", "large", ServerCertificate.MOST_BYTES / 1024);
        } else if (Pem.is(file)) {
            readPem("certificate", file, typed);
            if (key.length > 0) {
                readPem("key", key, typed);
            }
        } else {
            readPkcs12(file, typed);
        }
    }

    private void fault(String field, String key, Object... values) {
        faults.add(new Fault(field, Message.of(Upload.class, "upload." + key, values)));
    }

    private void readPem(String field, byte[] text, char[] password) {
        try {
            Pem pem = new Pem().read(text, password);
            certificates.addAll(pem.certificates());
            keys.addAll(pem.keys());
        } catch (Pem.LockedException e) {
            fault("password", password.length == 0 ? "locked" : "wrong");
        } catch (IOException e) {
            LOG.debug("An uploaded certificate cannot be read", e);
            fault(field, "unreadable");
        }
    }

    private void readPkcs12(byte[] file, char[] password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(file), password);
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias) && store.getKey(alias, password) instanceof PrivateKey key) {
                    keys.add(key);
                    for (Certificate certificate : store.getCertificateChain(alias)) {
                        certificates.add((X509Certificate) certificate);
                    }
                }
            }
        } catch (IOException e) {
            if (e.getCause() instanceof UnrecoverableKeyException) {
                fault("password", password.length == 0 ? "locked" : "wrong");
            } else {
                LOG.debug("An uploaded file cannot be read", e);
                fault("certificate", "unreadable");
            }
        } catch (GeneralSecurityException | RuntimeException e) {
            LOG.debug("An uploaded file cannot be read", e);
            fault("certificate", "unreadable");
        }
    }

    /** What was uploaded, if it is good; otherwise {@link #faults} tells why not. */
    Optional<Identity> identity(Instant now) {
        if (!faults.isEmpty()) {
            return Optional.empty();
        }
        if (certificates.isEmpty()) {
            fault("certificate", "none");
        }
        if (keys.isEmpty()) {
            fault("key", "none");
        }
        if (!faults.isEmpty()) {
            return Optional.empty();
        }
        Optional<Identity> found = keys.stream()
                .flatMap(key -> certificates.stream().filter(one -> belong(key, one.getPublicKey()))
                .map(own -> new Identity(key, chain(own)))).findFirst();
        if (found.isEmpty()) {
            fault("key", "other");
        } else {
            check(found.get().certificate(), now);
        }
        return faults.isEmpty() ? found : Optional.empty();
    }

    List<Fault> faults() {
        return faults;
    }

    /** Whether what the key signs is what the certificate's key verifies. */
    private static boolean belong(PrivateKey key, PublicKey other) {
        String algorithm = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
        try {
            byte[] message = {1, 2, 3};
            Signature signer = Signature.getInstance(algorithm);
            signer.initSign(key);
            signer.update(message);
            byte[] signature = signer.sign();
            Signature verifier = Signature.getInstance(algorithm);
            verifier.initVerify(other);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            LOG.trace("A key belongs to another certificate", e);
            return false;
        }
    }

    /** A certificate and those of its issuers that are there, one after the other, whatever their order in the file. */
    private List<X509Certificate> chain(X509Certificate own) {
        List<X509Certificate> chain = new ArrayList<>(List.of(own));
        X509Certificate last = own;
        while (!last.getIssuerX500Principal().equals(last.getSubjectX500Principal())) {
            X509Certificate child = last;
            Optional<X509Certificate> issuer = certificates.stream().filter(one -> !chain.contains(one))
                    .filter(one -> one.getSubjectX500Principal().equals(child.getIssuerX500Principal())).findFirst();
            if (issuer.isEmpty()) {
                break;
            }
            last = issuer.get();
            chain.add(last);
        }
        return chain;
    }

    private void check(X509Certificate certificate, Instant now) {
        if (certificate.getNotAfter().before(Date.from(now))) {
            fault("certificate", "expired", day(certificate.getNotAfter()));
        } else if (certificate.getNotBefore().after(Date.from(now))) {
            fault("certificate", "early", day(certificate.getNotBefore()));
        }
        if (certificate.getPublicKey() instanceof RSAKey rsa && rsa.getModulus().bitLength() < LEAST_RSA_BITS) {
            fault("key", "weak", LEAST_RSA_BITS);
        }
        try {
            List<String> purposes = certificate.getExtendedKeyUsage();
            if (purposes != null && !purposes.contains(SERVER) && !purposes.contains(ANY_PURPOSE)) {
                fault("certificate", "purpose");
            }
        } catch (GeneralSecurityException e) {
            fault("certificate", "unreadable");
        }
    }

    private static LocalDate day(Date date) {
        return date.toInstant().atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
