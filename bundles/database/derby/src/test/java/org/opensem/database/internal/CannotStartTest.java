package org.opensem.database.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opensem.database.DatabaseException;
import org.opensem.database.Migration;

/** X2: what cannot start ends with a message; an update that fails leaves the process running. */
class CannotStartTest {
    @TempDir
    private Path data;

    private final AtomicInteger exits = new AtomicInteger();

    private CannotStart after(Duration uptime) {
        return new CannotStart(uptime::toMillis, exits::incrementAndGet);
    }

    private DatabaseComponent open(CannotStart cannotStart) {
        return new DatabaseComponent(data, Options.DEFAULT, cannotStart, database -> () -> { }, Duration.ofSeconds(1));
    }

    private void exitsNever() {
        await().during(Duration.ofMillis(300)).until(() -> exits.get() == 0);
    }

    @Test
    void aDatabaseThatCannotBeOpenedAtTheStartEndsTheProcess() {
        try (DerbyDatabase other = new DerbyDatabase(data)) {
            assertThat(other.folder()).exists();
            CannotStart start = after(Duration.ofSeconds(119));
            assertThatThrownBy(() -> open(start)).isInstanceOf(DatabaseException.class);
            await().until(() -> exits.get() == 1);
        }
    }

    @Test
    void anUpdateThatCannotOpenItLeavesTheProcessRunning() {
        try (DerbyDatabase other = new DerbyDatabase(data)) {
            assertThat(other.folder()).exists();
            CannotStart update = after(Duration.ofSeconds(120));
            assertThatThrownBy(() -> open(update)).isInstanceOf(DatabaseException.class);
            exitsNever();
        }
    }

    /** X2: only a new process mends a database that hangs; the service manager starts one. */
    @Test
    void whatCannotGoOnEndsTheProcessWhateverItsAge() {
        after(Duration.ofDays(9)).end("It hangs");
        await().until(() -> exits.get() == 1);
    }

    @Test
    void tablesThatAreTooNewForAnUpdatedPartLeaveTheProcessRunning() {
        List<Migration> older = List.of(new Migration(1, 1, List.of("CREATE TABLE T (N INT)")));
        List<Migration> newer = List.of(older.getFirst(), new Migration(2, 2, List.of("CREATE TABLE U (N INT)")));
        DatabaseComponent component = open(after(Duration.ofDays(9)));
        component.open("PART", newer);
        component.close();
        DatabaseComponent again = open(after(Duration.ofDays(9)));
        assertThatThrownBy(() -> again.open("PART", older)).isInstanceOf(Versions.SchemaTooNewException.class);
        exitsNever();
        again.close();
    }
}
