package org.opensem.access.http.internal;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.bc.BcPEMDecryptorProvider;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;

/** Certificates and keys as text, in any of the ways that servers and authorities hand them out. */
final class Pem {
    private final List<X509Certificate> certificates = new ArrayList<>();
    private final List<PrivateKey> keys = new ArrayList<>();

    /** A key is locked and the password does not open it. */
    static final class LockedException extends IOException {
        private static final long serialVersionUID = 1L;

        LockedException(Throwable cause) {
            super("The key is locked", cause);
        }
    }

    /** Whether bytes may be such a text at all. */
    static boolean is(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains("-----BEGIN ");
    }

    /**
     * Adds what a text holds.
     *
     * @throws LockedException if a key needs another password
     * @throws IOException if it is damaged
     */
    Pem read(byte[] bytes, char[] password) throws IOException {
        try (PEMParser parser = new PEMParser(new StringReader(new String(bytes, StandardCharsets.UTF_8)))) {
            for (Object part = parser.readObject(); part != null; part = parser.readObject()) {
                add(part, password);
            }
        } catch (CertificateException | RuntimeException e) {
            throw new IOException(e);
        }
        return this;
    }

    private void add(Object part, char[] password) throws IOException, CertificateException {
        JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
        switch (part) {
            case X509CertificateHolder holder -> certificates.add(new JcaX509CertificateConverter().getCertificate(holder));
            case PrivateKeyInfo info -> keys.add(converter.getPrivateKey(info));
            case PEMKeyPair pair -> keys.add(converter.getPrivateKey(pair.getPrivateKeyInfo()));
            case PEMEncryptedKeyPair pair -> keys.add(converter.getPrivateKey(opened(pair, password).getPrivateKeyInfo()));
            case PKCS8EncryptedPrivateKeyInfo info -> keys.add(converter.getPrivateKey(opened(info, password)));
            default -> { }
        }
    }

    private static PEMKeyPair opened(PEMEncryptedKeyPair pair, char[] password) throws IOException {
        try {
            return pair.decryptKeyPair(new BcPEMDecryptorProvider(password));
        } catch (IOException | RuntimeException e) {
            throw new LockedException(e);
        }
    }

    private static PrivateKeyInfo opened(PKCS8EncryptedPrivateKeyInfo info, char[] password) throws IOException {
        try {
            return info.decryptPrivateKeyInfo(new JceOpenSSLPKCS8DecryptorProviderBuilder()
                    .setProvider(new BouncyCastleProvider()).build(password));
        } catch (PKCSException | OperatorCreationException | RuntimeException e) {
            throw new LockedException(e);
        }
    }

    List<X509Certificate> certificates() {
        return certificates;
    }

    List<PrivateKey> keys() {
        return keys;
    }

    /** Key and chain as one text. */
    static byte[] write(Identity identity) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(new JcaPKCS8Generator(identity.key(), null));
            for (X509Certificate certificate : identity.chain()) {
                writer.writeObject(certificate);
            }
        } catch (PEMException e) {
            throw new IllegalStateException("A key that was read can be written", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
