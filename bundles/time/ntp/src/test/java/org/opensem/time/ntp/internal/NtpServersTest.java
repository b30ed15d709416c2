package org.opensem.time.ntp.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.opensem.testkit.time.NtpServer;
import org.opensem.time.TimeServers.Server;
import org.opensem.time.TimeServers.State;

/** Time servers of our own on loopback: good, slow, silent, lying, unfriendly ones and whatever else may answer (E1). */
@Timeout(60)
class NtpServersTest {
    private static final Watched.Patience QUICK = new Watched.Patience(
            Duration.ofMillis(300), 3, Duration.ofMillis(5), NtpServersTest::addresses);
    private static final Duration CLOSE = Duration.ofMillis(50);
    private static final Duration HOUR = Duration.ofHours(1);
    private final List<NtpServer> servers = Stream.generate(() -> new NtpServer(FakeClock::truth)).limit(4).toList();
    private final FakeClock clock = new FakeClock(Duration.ofMillis(700));
    private NtpServers ntp;

    @AfterEach
    void stop() {
        if (ntp != null) {
            ntp.stop();
        }
        servers.forEach(NtpServer::close);
    }

    @Test
    void fourThatAgreeSetTheClock() {
        start();
        awaitTold(1);
        assertThat(clock.told().getFirst().agreeing()).isEqualTo(4);
        assertThat(clock.error().abs()).isLessThan(CLOSE);
        assertThat(states()).containsOnly(State.AGREES);
        Server first = ntp.servers().getFirst();
        assertThat(first.address()).isEqualTo(servers.getFirst().address());
        assertThat(first.offset().orElseThrow()).isBetween(Duration.ofMillis(-760), Duration.ofMillis(-640));
        assertThat(first.delay().orElseThrow()).isBetween(Duration.ZERO, Duration.ofMillis(300));
        assertThat(first.lastAnswer()).isPresent();
        assertThat(servers).as("several samples each").allMatch(server -> server.asked() == 3);
    }

    @Test
    void oneThatLiesAmongFourChangesNothing() {
        for (Duration lie : List.of(HOUR, Duration.ofSeconds(-4), Duration.ofMillis(500), Duration.ofDays(365))) {
            FakeClock deceived = new FakeClock(Duration.ZERO);
            servers.get(2).lying(lie);
            ntp = new NtpServers(settings(), deceived, deceived, QUICK);
            await().untilAsserted(() -> assertThat(deceived.told()).isNotEmpty());
            assertThat(deceived.error().abs()).as("a lie of " + lie).isLessThan(CLOSE);
            assertThat(deceived.told().getFirst().agreeing()).isEqualTo(3);
            assertThat(states()).containsExactly(State.AGREES, State.AGREES, State.CONTRADICTS, State.AGREES);
            ntp.stop();
        }
    }

    @Test
    void twoAgainstTwoIsNoMajority() {
        servers.get(0).lying(HOUR);
        servers.get(1).lying(HOUR);
        start();
        await().until(() -> states().stream().allMatch(State.ALONE::equals));
        assertThat(clock.told()).isEmpty();
    }

    @Test
    void oneThatLiesIsNotBelievedWhenAllOthersAreSilent() {
        servers.get(0).lying(Duration.ofMinutes(5));
        servers.subList(1, 4).forEach(NtpServer::silent);
        start();
        await().until(() -> states().equals(List.of(State.ALONE, State.SILENT, State.SILENT, State.SILENT)));
        assertThat(clock.told()).isEmpty();
    }

    @Test
    void theOnlyOneInTheSettingsIsBelieved() {
        ntp = new NtpServers(Map.of("mode", "ntp", "servers", servers.getFirst().address()), clock, clock, QUICK);
        awaitTold(1);
        assertThat(clock.told().getFirst().agreeing()).isEqualTo(1);
    }

    @Test
    void twoAreTooFewForAnHour() {
        FakeClock wrong = new FakeClock(HOUR);
        servers.get(0).silent();
        servers.get(1).silent();
        ntp = new NtpServers(settings(), wrong, wrong, QUICK);
        await().untilAsserted(() -> assertThat(wrong.told()).hasSize(1));
        assertThat(wrong.error()).isEqualTo(HOUR);
        servers.get(1).honest();
        ntp.measure();
        await().untilAsserted(() -> assertThat(wrong.told()).hasSize(2));
        assertThat(wrong.error().abs()).isLessThan(CLOSE);
    }

    @Test
    void aSlowOneCountsByItsDelayAndATooSlowOneNotAtAll() {
        servers.get(0).slow(Duration.ofMillis(150));
        servers.get(1).slow(Duration.ofMillis(600));
        start();
        awaitTold(1);
        assertThat(clock.error().abs()).isLessThan(CLOSE);
        assertThat(states()).containsExactly(State.AGREES, State.SILENT, State.AGREES, State.AGREES);
        assertThat(ntp.servers().getFirst().delay().orElseThrow()).isGreaterThanOrEqualTo(Duration.ofMillis(150));
    }

    @Test
    void aKissOfDeathIsHonoured() {
        servers.get(0).kiss("DENY");
        servers.get(1).kiss("RATE");
        start();
        awaitTold(1);
        assertThat(states()).containsExactly(State.DECLINES, State.DECLINES, State.AGREES, State.AGREES);
        for (int i = 2; i < 5; i++) {
            ntp.measure();
            awaitTold(i);
        }
        assertThat(servers.get(0).asked()).as("once, and never again").isEqualTo(1);
        assertThat(servers.get(1).asked()).as("once, and not again for half an hour").isEqualTo(1);
    }

    @Test
    void whateverElseAnswersIsUnusable() {
        servers.get(0).garbage("HTTP/1.1 200 OK".getBytes());
        servers.get(1).unsynchronised();
        start();
        awaitTold(1);
        assertThat(states()).containsExactly(State.UNUSABLE, State.UNUSABLE, State.AGREES, State.AGREES);
        servers.get(0).honest().forgetful();
        servers.get(1).honest().dispersion(Duration.ofSeconds(3));
        ntp.measure();
        awaitTold(2);
        assertThat(states()).as("an answer to another question; one that knows the time to 3 s")
                .containsExactly(State.UNUSABLE, State.UNUSABLE, State.AGREES, State.AGREES);
        servers.get(0).honest().garbage();
        servers.get(1).honest().garbage(new byte[512]);
        ntp.measure();
        awaitTold(3);
        assertThat(states()).startsWith(State.UNUSABLE, State.UNUSABLE);
    }

    @Test
    void aServerThatIsNotThereOrHasNoNameIsToldSo() {
        servers.get(0).close();
        List<String> names = new ArrayList<>(servers.stream().map(NtpServer::address).toList());
        names.set(1, "nobody.example");
        ntp = new NtpServers(Map.of("mode", "ntp", "servers", names), clock, clock, QUICK);
        awaitTold(1);
        assertThat(states()).containsExactly(State.SILENT, State.UNKNOWN, State.AGREES, State.AGREES);
    }

    @Test
    void aNameThatTakesLongToLookUpHoldsNobodyUp() {
        List<String> names = new ArrayList<>(servers.stream().map(NtpServer::address).toList());
        names.set(0, "slow.example");
        ntp = new NtpServers(Map.of("mode", "ntp", "servers", names), clock, clock, QUICK);
        awaitTold(1);
        assertThat(states()).containsExactly(State.SILENT, State.AGREES, State.AGREES, State.AGREES);
        ntp.measure();
        awaitTold(2);
    }

    private static InetAddress[] addresses(String host) throws UnknownHostException {
        if (host.equals("slow.example")) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        if (host.endsWith(".example")) {
            throw new UnknownHostException(host);
        }
        return InetAddress.getAllByName(host);
    }

    @Test
    void theyAreAskedOnlyInTheModeNtp() {
        ntp = new NtpServers(Map.of("servers", servers.getFirst().address()), clock, clock, QUICK);
        assertThat(ntp.servers()).isEmpty();
        ntp.measure();
        ntp.apply(settings());
        awaitTold(1);
        int asked = servers.getFirst().asked();
        ntp.apply(settings());
        assertThat(servers.getFirst().asked()).as("the same settings change nothing").isEqualTo(asked);
        ntp.apply(Map.of("mode", "system"));
        assertThat(ntp.servers()).isEmpty();
        assertThat(Thread.getAllStackTraces().keySet()).as("every thread ends").filteredOn(t -> t.getName().equals("opensem-ntp"))
                .allSatisfy(thread -> await().until(() -> !thread.isAlive()));
    }

    private void start() {
        ntp = new NtpServers(settings(), clock, clock, QUICK);
    }

    private Map<String, Object> settings() {
        return Map.of("mode", "ntp", "servers", servers.stream().map(NtpServer::address).toList());
    }

    private void awaitTold(int times) {
        await().untilAsserted(() -> assertThat(clock.told()).hasSize(times));
    }

    private List<State> states() {
        return ntp.servers().stream().map(Server::state).toList();
    }
}
