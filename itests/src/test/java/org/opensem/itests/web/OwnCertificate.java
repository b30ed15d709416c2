package org.opensem.itests.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;

/** A certificate such as the owner of a device has made, for {@code sem.example}, with its key; another one each time. */
record OwnCertificate(Certificate certificate, PrivateKey privateKey) {
    private static final String PASSWORD = "sunflower";

    static OwnCertificate make() throws IOException, GeneralSecurityException, InterruptedException {
        Path folder = Files.createTempDirectory("opensem-certificate");
        Path file = folder.resolve("own.p12");
        try {
            Process keytool = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                            "-genkeypair", "-alias", "own", "-keyalg", "EC", "-groupname", "secp256r1", "-dname",
                            "CN=sem.example", "-ext", "EKU=serverAuth", "-ext", "SAN=dns:sem.example", "-startdate", "-1d",
                            "-validity", "90", "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", PASSWORD))
                    .redirectErrorStream(true).redirectOutput(folder.resolve("said").toFile()).start();
            if (keytool.waitFor() != 0) {
                throw new IOException(Files.readString(folder.resolve("said")));
            }
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream bytes = Files.newInputStream(file)) {
                store.load(bytes, PASSWORD.toCharArray());
            }
            return new OwnCertificate(store.getCertificate("own"), (PrivateKey) store.getKey("own", PASSWORD.toCharArray()));
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder.resolve("said"));
            Files.delete(folder);
        }
    }

    byte[] chain() throws GeneralSecurityException {
        return pem("CERTIFICATE", certificate.getEncoded());
    }

    byte[] key() {
        return pem("PRIVATE KEY", privateKey.getEncoded());
    }

    private static byte[] pem(String kind, byte[] content) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return ("-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** SHA-256, as people compare it. */
    String fingerprint() throws GeneralSecurityException {
        return ServedCertificate.fingerprint(certificate);
    }
}
