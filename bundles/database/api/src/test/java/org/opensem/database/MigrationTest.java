package org.opensem.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** X3: a step of a schema says which programs can still read it afterwards, so that an update can be rolled back. */
class MigrationTest {

    @ParameterizedTest
    @CsvSource({"0,1", "-1,1", "1,0", "1,2", "3,4"})
    void itsNumberCountsFromOneAndNoReaderIsNewerThanIt(int number, int lowestReader) {
        assertThatThrownBy(() -> new Migration(number, lowestReader, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "3,1", "3,3"})
    void anyReaderUpToItselfMayBeTheLowest(int number, int lowestReader) {
        assertThat(new Migration(number, lowestReader, List.of("X")).lowestReader()).isEqualTo(lowestReader);
    }

    @Test
    void whatIsDoneToTheListLaterDoesNotChangeIt() {
        List<String> statements = new ArrayList<>(List.of("CREATE TABLE T (N INT)"));
        Migration migration = new Migration(1, 1, statements);
        statements.add("DROP TABLE T");
        assertThat(migration.statements()).containsExactly("CREATE TABLE T (N INT)");
        assertThatThrownBy(() -> migration.statements().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
