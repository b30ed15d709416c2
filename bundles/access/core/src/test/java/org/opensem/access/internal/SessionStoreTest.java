package org.opensem.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opensem.access.NewSession;
import org.opensem.access.Sessions.Session;

/** E6: sessions outlive a restart and an update, and end: idle, old, logged out, by another password. */
class SessionStoreTest {
    @TempDir
    private Path folder;
    private House house;

    @BeforeEach
    void begin() {
        house = new House(folder).withPassword();
    }

    private NewSession logIn() {
        return house.owner.logIn(House.PASSWORD, House.HERE).orElseThrow();
    }

    @Test
    void aRestartLogsNobodyOut() {
        NewSession session = logIn();
        House after = new House(folder);
        assertThat(after.sessions.use(session.token())).contains(session.id());
        assertThat(after.sessions.lasts(session.id())).isTrue();
        assertThat(after.sessions.list()).extracting(Session::browser).containsOnly("Firefox");
    }

    @Test
    void aTokenCannotBeGuessedNorTaken() throws Exception {
        NewSession session = logIn();
        assertThat(session.token()).hasSize(43).isNotEqualTo(logIn().token());
        assertThat(session.life()).isEqualTo(SessionStore.LIFE);
        assertThat(house.sessions.use("")).isEmpty();
        assertThat(house.sessions.use(session.id())).isEmpty();
        assertThat(house.sessions.use(Digests.hash(session.token()))).as("what is kept opens nothing").isEmpty();
        assertThat(Files.readString(folder.resolve("keys/access.sessions"))).doesNotContain(session.token());
    }

    @Test
    void whatIsUsedGoesOnAndWhatIsNotEnds() {
        String used = logIn().token();
        String unused = logIn().token();
        for (int day = 0; day < 20; day++) {
            house.pass(Duration.ofDays(1));
            assertThat(house.sessions.use(used)).isPresent();
        }
        assertThat(house.sessions.use(unused)).isEmpty();
        assertThat(new House(folder).clock(house.clock.now()).sessions.use(used)).as("the last use is kept").isPresent();
    }

    @Test
    void noSessionIsOlderThanNinetyDays() {
        String token = logIn().token();
        for (int day = 0; day < 90; day++) {
            house.pass(Duration.ofDays(1));
            assertThat(house.sessions.use(token)).as("day %s", day + 1).isPresent();
        }
        house.pass(Duration.ofSeconds(1));
        assertThat(house.sessions.use(token)).isEmpty();
    }

    @Test
    void logOutEndsOneAndEverywhereAll() {
        NewSession one = logIn();
        NewSession other = logIn();
        house.told.clear();
        house.sessions.logOut(one.token());
        assertThat(house.told).hasSize(1);
        assertThat(house.sessions.use(one.token())).isEmpty();
        assertThat(house.sessions.use(other.token())).isPresent();
        house.sessions.logOutEverywhere();
        assertThat(house.sessions.lasts(other.id())).isFalse();
        assertThat(new House(folder).sessions.list()).isEmpty();
    }

    /** Even if the process dies between the two files. */
    @Test
    void anotherPasswordEndsThemAtTheSameMoment() throws Exception {
        NewSession before = logIn();
        String kept = Files.readString(folder.resolve("keys/access.sessions"));
        house.owner.change(House.PASSWORD, "another one", House.HERE);
        Files.writeString(folder.resolve("keys/access.sessions"), kept);
        assertThat(new House(folder).sessions.use(before.token())).isEmpty();
    }

    @Test
    void aClockThatIsPutBackEndsNothing() {
        String token = logIn().token();
        house.clock.set(House.START.minus(Duration.ofDays(3000)));
        assertThat(house.sessions.use(token)).isPresent();
        house.clock.set(House.START);
        assertThat(house.sessions.use(token)).as("and forward again").isPresent();
    }

    @Test
    void thereAreNotMoreThanFifty() {
        house.told.clear();
        String first = logIn().token();
        house.pass(Duration.ofHours(1));
        while (house.sessions.list().size() < SessionStore.MOST) {
            logIn();
        }
        assertThat(house.told).as("nothing has changed for those who are inside").isEmpty();
        logIn();
        logIn();
        assertThat(house.told).as("open pages and streams of those that end are looked at").containsExactly("changed", "changed");
        assertThat(house.sessions.list()).hasSize(SessionStore.MOST);
        assertThat(house.sessions.use(first)).as("the one idle longest ended").isEmpty();
    }

    @Test
    void aDamagedFileOnlyLogsOut() throws Exception {
        logIn();
        Files.writeString(folder.resolve("keys/access.sessions"), "a\\=b\nx=y z\n=\n");
        assertThat(new House(folder).sessions.list()).isEmpty();
    }
}
