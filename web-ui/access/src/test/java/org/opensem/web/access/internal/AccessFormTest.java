package org.opensem.web.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The section goes on when the bundles of access are updated while it is open (X2), and shows what holds now (issue 5, E6). */
class AccessFormTest {
    private static final String UPDATING = "Der Zugang wird gerade aktualisiert.";
    private static final String NEW = "a new sunflower";
    private final Services services = new Services();
    private final FakeCore before = new FakeCore();
    private final FakeCore after = new FakeCore();
    private SectionTester tester;

    private void open() {
        tester = new SectionTester(services);
    }

    private void update() {
        FakeCore.stop(services);
        tester.tick();
        after.start(services);
        tester.tick();
    }

    @AfterEach
    void close() {
        tester.close();
    }

    @Test
    void whatIsAwayWhenTheSectionOpensAppearsWhenItIsBack() {
        open();
        assertThat(tester.text()).contains(UPDATING);
        after.start(services);
        tester.tick();
        assertThat(tester.text()).doesNotContain(UPDATING).contains("Gesetzt", "unbenutzt",
                "Kein Browser ist angemeldet.", "evcc", "Das Gerät macht eines", "Neu starten");
    }

    @Test
    void thePasswordIsChangedWhereItCounts() {
        before.start(services);
        open();
        update();
        tester.press("Ändern", 0);
        tester.type("Neues Passwort", NEW);
        tester.type("Passwort wiederholen", NEW);
        tester.confirm("Ändern");
        assertThat(after.owner.password).isEqualTo(NEW);
        assertThat(before.owner.password).isNotEqualTo(NEW);
        assertThat(tester.isAsking()).isFalse();
    }

    @Test
    void theQuestionIsChangedWhereItCounts() {
        before.start(services);
        open();
        update();
        tester.press("Ändern", 1);
        tester.type("Antwort", FakeOwner.ANSWER);
        tester.confirm("Ändern");
        assertThat(after.owner.answer).isEqualTo(FakeOwner.ANSWER);
        assertThat(before.owner.answer).isNull();
    }

    @Test
    void codesAreRenewedWhereTheyCount() {
        before.owner.codes = List.of();
        after.owner.codes = List.of();
        before.start(services);
        open();
        update();
        tester.press("Neue Codes", 0);
        tester.confirm("Neue Codes");
        assertThat(after.owner.codes).isEqualTo(FakeOwner.CODES);
        assertThat(before.owner.codes).isEmpty();
        assertThat(tester.text()).contains(FakeOwner.CODES.size() + " unbenutzt", FakeOwner.CODES.getFirst());
    }

    @Test
    void everyoneIsLoggedOutWhereItCounts() {
        before.sessions.add(FakeCore.session("Firefox"));
        after.sessions.addAll(before.sessions);
        before.start(services);
        open();
        update();
        tester.press("Überall abmelden", 0);
        tester.confirm("Überall abmelden");
        assertThat(after.told).containsExactly("log out everywhere");
        assertThat(before.told).isEmpty();
    }

    @Test
    void tokensAreMadeAndWithdrawnWhereItCounts() {
        before.start(services);
        open();
        update();
        tester.press("Zurückziehen", 0);
        tester.confirm("Zurückziehen");
        assertThat(tester.text()).doesNotContain("evcc");
        tester.press("Neues Zugriffstoken", 0);
        tester.type("Name, zum Beispiel des Programms", "grafana");
        tester.confirm("Neues Zugriffstoken");
        assertThat(tester.text()).contains("grafana", "sem_secret");
        assertThat(after.told).containsExactly("withdraw evcc", "make grafana");
        assertThat(before.told).isEmpty();
    }

    @Test
    void certificatesAreTakenAndMadeWhereTheyCount() {
        before.start(services);
        open();
        update();
        tester.press("Verwenden", 0);
        tester.press("Neues machen", 0);
        tester.confirm("Neues machen");
        assertThat(after.told).containsExactly("use ", "renew");
        assertThat(before.told).isEmpty();
    }

    @Test
    void theDeviceStartsAgainByWhatIsThereNow() {
        before.start(services);
        open();
        update();
        tester.press("Neu starten", 0);
        tester.confirm("Neu starten");
        services.id = () -> "1a2b3c";
        tester.press("Werkseinstellungen", 0);
        tester.type("Zur Bestätigung SEM-1a2b3c eintippen", "SEM-1a2b3c");
        tester.confirm("Werkseinstellungen");
        assertThat(after.told).containsExactly("restart", "reset SEM-1a2b3c");
        assertThat(before.told).isEmpty();
    }

    @Test
    void aDialogOpenDuringAnUpdateKeepsWhatWasTypedAndGoesOnAfterIt() {
        before.start(services);
        open();
        tester.press("Neues Zugriffstoken", 0);
        tester.type("Name, zum Beispiel des Programms", "grafana");
        FakeCore.stop(services);
        tester.tick();
        tester.confirm("Neues Zugriffstoken");
        assertThat(tester.isAsking()).isTrue();
        assertThat(tester.text()).contains(UPDATING);
        after.start(services);
        tester.tick();
        tester.confirm("Neues Zugriffstoken");
        assertThat(after.told).containsExactly("make grafana");
        assertThat(before.told).isEmpty();
    }

    @Test
    void whatWasTypedIntoThePanelOfTheCertificateOutlivesAnUpdate() {
        String label = "Passwort des Schlüssels, falls er eines hat";
        before.certificate = Optional.of(FakeCore.certificate("AB:CD"));
        after.certificate = Optional.of(FakeCore.certificate("AB:CD"));
        before.start(services);
        open();
        tester.field(label).setValue("secret");
        FakeCore.stop(services);
        tester.press("Verwenden", 0);
        assertThat(tester.text()).contains(UPDATING);
        update();
        assertThat(tester.field(label).getValue()).isEqualTo("secret");
        tester.press("Verwenden", 0);
        assertThat(after.told).containsExactly("use secret");
        assertThat(tester.text()).doesNotContain(UPDATING);
        assertThat(tester.field(label).getValue()).as("once it is used").isEmpty();
    }

    @Test
    void whatOthersChangeIsShown() {
        before.start(services);
        open();
        before.sessions.add(FakeCore.session("Firefox"));
        before.tokens.add(FakeCore.token("grafana"));
        before.certificate = Optional.of(FakeCore.certificate("AB:CD"));
        before.owner.codes = List.of();
        tester.tick();
        assertThat(tester.text()).contains("Firefox", "grafana", "AB:CD", "0 unbenutzt");
    }

    @Test
    void theAddressesAreThoseOfNow() {
        before.start(services);
        open();
        assertThat(tester.text()).doesNotContain("Erreichbar");
        before.network = true;
        tester.tick();
        assertThat(tester.text()).contains("Erreichbar als sem-1a2b3c.");
        before.names.add("192.168.1.20");
        tester.tick();
        assertThat(tester.text()).contains("Erreichbar als sem-1a2b3c, 192.168.1.20.");
        update();
        assertThat(tester.text()).doesNotContain("Erreichbar");
    }

    @Test
    void nothingIsAskedForASectionThatWasLeft() {
        before.start(services);
        open();
        assertThat(tester.isTicking()).isTrue();
        tester.leave();
        assertThat(tester.isTicking()).isFalse();
    }
}
