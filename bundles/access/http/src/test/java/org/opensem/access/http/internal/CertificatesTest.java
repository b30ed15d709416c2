package org.opensem.access.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Test;
import org.opensem.access.ServerCertificate;
import org.opensem.access.ServerCertificate.Info;
import org.opensem.settings.Fault;
import org.opensem.testkit.TestClock;

/**
 * Issue 5: HTTPS with a certificate made per device, or one that the owner uploads, refused with clear words if it is not good.
 */
class CertificatesTest {
    private static final byte[] NONE = new byte[0];

    private final TestClock clock = new TestClock(Instant.parse("2026-11-22T13:00:00Z"));
    private final Keys keys = new Keys();
    private final Certificates certificates = again();
    private final TestCa ca = new TestCa(clock.now());

    private Certificates again() {
        return new Certificates(new FakeControl().entrance(), keys, clock);
    }

    private static List<String> texts(List<Fault> faults) {
        return faults.stream().map(fault -> fault.field() + ": " + fault.message().in(Locale.UK)).toList();
    }

    private List<String> use(byte[] file, byte[] key, String password) {
        return texts(certificates.use(file, key, password));
    }

    @Test
    void nothingIsMadeBeforeItIsNeeded() {
        assertThat(certificates.info()).isEmpty();
        assertThat(keys.kept).isEmpty();
    }

    @Test
    void theDeviceMakesOneForItsNamesAndKeepsIt() throws Exception {
        X509Certificate made = (X509Certificate) certificates.keyStore().getCertificate("https");
        assertThat(((ECPublicKey) made.getPublicKey()).getParams().getCurve().getField().getFieldSize()).isEqualTo(256);
        made.verify(made.getPublicKey());
        made.checkValidity(Date.from(clock.now()));
        assertThat(made.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(made.getBasicConstraints()).as("no authority").isEqualTo(-1);

        Info info = certificates.info().orElseThrow();
        assertThat(info.own()).isFalse();
        assertThat(info.names()).contains("sem-1a2b3c", "192.168.1.5", "2001:db8:0:0:0:0:0:1", "localhost", "127.0.0.1");
        assertThat(info.fingerprint()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
        assertThat(Duration.between(info.validFrom(), info.validUntil())).isEqualTo(Maker.LIFE);

        Certificates after = again();
        after.keyStore();
        assertThat(after.info().orElseThrow()).as("after a restart").isEqualTo(info);
        assertThat(new Certificates(new FakeControl().entrance(), new Keys(), clock).keyStore().getCertificate("https"))
                .as("another device has another").isNotEqualTo(made);
    }

    @Test
    void itMakesAnotherOneBeforeItsOwnEndsAndWhenTheClockWasWrong() {
        certificates.keyStore();
        String first = certificates.info().orElseThrow().fingerprint();
        clock.advance(Maker.LIFE.minusDays(40));
        certificates.keyStore();
        assertThat(certificates.info().orElseThrow().fingerprint()).isEqualTo(first);
        clock.advance(Duration.ofDays(20));
        certificates.keyStore();
        assertThat(certificates.info().orElseThrow().fingerprint()).isNotEqualTo(first);
    }

    @Test
    void aChainWithItsKeyIsTakenInAnyForm() throws Exception {
        assertThat(use(ca.pem(), NONE, "")).isEmpty();
        assertThat(use(ca.chain(), ca.key(), "")).isEmpty();
        assertThat(use(ca.chain(), ca.lockedKey("geheim"), "geheim")).isEmpty();
        assertThat(use(ca.chain(), ca.traditionalKey(), "")).isEmpty();
        assertThat(use(ca.pkcs12("geheim"), NONE, "geheim")).isEmpty();
        Info info = certificates.info().orElseThrow();
        assertThat(info.own()).isTrue();
        assertThat(info.subject()).isEqualTo("CN=sem.example");
        assertThat(certificates.keyStore().getCertificateChain("https")).containsExactly(ca.certificate, ca.rootCertificate);
        assertThat(again().info()).as("after a restart").contains(info);
        assertThat(certificates.isOwners()).isTrue();
    }

    @Test
    void rsaIsTakenFrom2048Bits() {
        ca.own = TestCa.pair("RSA", 2048);
        ca.certificate = ca.issue(clock.now().minusSeconds(60), clock.now().plusSeconds(3600), KeyPurposeId.id_kp_serverAuth);
        assertThat(use(ca.pem(), NONE, "")).isEmpty();
        ca.own = TestCa.pair("RSA", 1024);
        ca.certificate = ca.issue(clock.now().minusSeconds(60), clock.now().plusSeconds(3600), KeyPurposeId.id_kp_serverAuth);
        assertThat(use(ca.pem(), NONE, "")).containsExactly("key: Is too short: RSA needs 2,048 bits at least.");
    }

    @Test
    void whatIsNotGoodIsToldBesideItsFieldAndChangesNothing() throws Exception {
        certificates.keyStore();
        Info before = certificates.info().orElseThrow();
        byte[] garbage = "no certificate at all".getBytes(StandardCharsets.UTF_8);
        byte[] damaged = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n".getBytes(StandardCharsets.UTF_8);

        assertThat(use(NONE, NONE, "")).containsExactly("certificate: Is missing.");
        assertThat(use(garbage, NONE, "")).containsExactly("certificate: Can be read neither as PEM nor as PKCS#12.");
        assertThat(use(damaged, NONE, "")).containsExactly("certificate: Can be read neither as PEM nor as PKCS#12.");
        assertThat(use(new byte[ServerCertificate.MOST_BYTES + 1], NONE, "")).singleElement().asString()
                .startsWith("certificate: Is larger");
        assertThat(use(ca.chain(), NONE, "")).containsExactly("key: There is none in what was chosen.");
        assertThat(use(ca.key(), NONE, "")).containsExactly("certificate: There is none in what was chosen.");
        assertThat(use(ca.chain(), TestCa.key(TestCa.pair("EC", 256)), ""))
                .containsExactly("key: Belongs to another certificate.");
        assertThat(use(ca.chain(), TestCa.key(TestCa.pair("RSA", 2048)), ""))
                .containsExactly("key: Belongs to another certificate.");
        assertThat(use(ca.chain(), ca.lockedKey("geheim"), "")).containsExactly("password: Is needed: the key is locked.");
        assertThat(use(ca.chain(), ca.lockedKey("geheim"), "falsch")).containsExactly("password: Does not open the key.");
        assertThat(use(ca.pkcs12("geheim"), NONE, "falsch")).containsExactly("password: Does not open the key.");

        assertThat(certificates.info()).contains(before);
        assertThat(keys.kept).doesNotContainKey("https.pem");
    }

    @Test
    void itsTimeAndItsPurposeCount() {
        Instant now = clock.now();
        ca.certificate = ca.issue(now.minus(Duration.ofDays(90)), now.minus(Duration.ofDays(1)), KeyPurposeId.id_kp_serverAuth);
        assertThat(use(ca.pem(), NONE, "")).containsExactly("certificate: Ended on 21/11/2026.");
        ca.certificate = ca.issue(now.plus(Duration.ofDays(1)), now.plus(Duration.ofDays(90)), KeyPurposeId.id_kp_serverAuth);
        assertThat(use(ca.pem(), NONE, "")).containsExactly("certificate: Begins on 23/11/2026 only.");
        ca.certificate = ca.issue(now.minusSeconds(60), now.plus(Duration.ofDays(90)), KeyPurposeId.id_kp_emailProtection);
        assertThat(use(ca.pem(), NONE, "")).containsExactly("certificate: Is not for servers.");
    }

    @Test
    void theDevicesOwnTakesItsPlaceAgain() {
        assertThat(use(ca.pem(), NONE, "")).isEmpty();
        certificates.renew();
        assertThat(certificates.info().orElseThrow().own()).isFalse();
        assertThat(again().info().orElseThrow().own()).as("after a restart").isFalse();
    }

    @Test
    void aKeptFileThatIsNoGoodCostsTheCertificateAndNotTheDoor() {
        certificates.keyStore();
        String before = certificates.info().orElseThrow().fingerprint();
        for (byte[] kept : List.of(ca.key(), ca.chain(), "-----BEGIN CERTIFICATE-----".getBytes(StandardCharsets.UTF_8))) {
            keys.kept.put("https-device.pem", kept);
            Certificates after = again();
            assertThat(after.info()).isEmpty();
            after.keyStore();
            assertThat(after.info().orElseThrow().fingerprint()).as("another one is made").isNotEqualTo(before);
        }
    }

    @Test
    void whoeverServesItIsTold() {
        int[] told = new int[1];
        certificates.onChange(() -> told[0]++);
        certificates.use(ca.pem(), NONE, "");
        certificates.renew();
        assertThat(told[0]).isEqualTo(2);
    }
}
