package org.opensem.access.http.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemObjectGenerator;

/** An authority, and a certificate for {@code sem.example} that it vouches for, in the forms in which people get them. */
final class TestCa {
    private final Instant now;
    final KeyPair root = pair("EC", 256);
    final X509Certificate rootCertificate;
    KeyPair own = pair("EC", 256);
    X509Certificate certificate;

    TestCa(Instant now) {
        this.now = now;
        rootCertificate = sign("CN=Test CA", root, "CN=Test CA", now.minus(Duration.ofDays(10)), now.plus(Duration.ofDays(1000)),
                null);
        certificate = issue(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(90)), KeyPurposeId.id_kp_serverAuth);
    }

    static KeyPair pair(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    X509Certificate issue(Instant from, Instant until, KeyPurposeId purpose) {
        return sign("CN=sem.example", own, "CN=Test CA", from, until, purpose);
    }

    private X509Certificate sign(String subject, KeyPair of, String issuer, Instant from, Instant until, KeyPurposeId purpose) {
        try {
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(new X500Name(issuer),
                    BigInteger.valueOf(now.getEpochSecond()), Date.from(from), Date.from(until), new X500Name(subject),
                    of.getPublic());
            if (purpose != null) {
                builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
            }
            return new JcaX509CertificateConverter().getCertificate(
                    builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(root.getPrivate())));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The chain in the wrong order, and the key between. */
    byte[] pem() {
        return text(rootCertificate, new JcaKey(own.getPrivate(), null), certificate);
    }

    byte[] chain() {
        return text(certificate, rootCertificate);
    }

    byte[] key() {
        return text(new JcaKey(own.getPrivate(), null));
    }

    byte[] lockedKey(String password) {
        return text(new JcaKey(own.getPrivate(), password));
    }

    /** As OpenSSL writes it: {@code BEGIN EC PRIVATE KEY}, with its curve inside. */
    byte[] traditionalKey() {
        BigInteger secret = ((java.security.interfaces.ECPrivateKey) own.getPrivate()).getS();
        return text((PemObjectGenerator) () -> {
            try {
                return new PemObject("EC PRIVATE KEY", new ECPrivateKey(256, secret, SECObjectIdentifiers.secp256r1)
                        .getEncoded());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    static byte[] key(KeyPair pair) {
        return text(new JcaKey(pair.getPrivate(), null));
    }

    byte[] pkcs12(String password) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("mine", own.getPrivate(), password.toCharArray(), new Certificate[] {certificate, rootCertificate});
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, password.toCharArray());
        return bytes.toByteArray();
    }

    private record JcaKey(PrivateKey key, String password) {}

    static byte[] text(Object... parts) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            for (Object part : parts) {
                if (part instanceof JcaKey(PrivateKey key, String password)) {
                    writer.writeObject(new JcaPKCS8Generator(key, password == null ? null
                            : new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC)
                            .setProvider(new BouncyCastleProvider())
                                    .setPassword(password.toCharArray()).build()));
                } else {
                    writer.writeObject(part);
                }
            }
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
