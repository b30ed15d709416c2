package org.opensem.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.opensem.settings.Fields;
import org.opensem.settings.SettingsDescriptor;
import org.opensem.settings.SettingsGroup;
import org.opensem.testkit.settings.InMemorySettings;

/** {@code sem:settings} does what the console's settings do (X5). */
class SettingsCommandTest {
    private static final class Room implements SettingsGroup {
        @Override
        public SettingsDescriptor descriptor() {
            return new SettingsDescriptor("room", "org.opensem.room", 1000, Set.of("code"));
        }

        @Override
        public Map<String, Object> read(Fields fields) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("name", fields.text("name", 20, null));
            document.put("persons", fields.integer("persons", 0, 9, 2));
            document.put("days", List.copyOf(fields.texts("days", 7)));
            document.put("lamps", fields.parts("lamps", 4).stream().map(lamp -> Map.<String, Object>of("watts",
                    lamp.required("watts", lamp.number("watts", "0", "100"), BigDecimal.ZERO))).toList());
            document.put("code", fields.text("code", 8, null));
            return document;
        }
    }

    private final Console console = new Console();
    private final InMemorySettings settings = new InMemorySettings(new Room()).at(Console.NOW);

    private SettingsCommand command(String group, String... words) {
        SettingsCommand command = console.prepare(new SettingsCommand());
        command.settings = settings;
        command.group = group;
        command.words = List.of(words);
        return command;
    }

    private List<String> run(SettingsCommand command) throws CommandException {
        int before = console.lines().size();
        command.execute();
        return console.lines().subList(before, console.lines().size());
    }

    @Test
    void groupsAreListedAndOneIsShownWithoutItsSecrets() throws CommandException {
        assertThat(run(command(null))).containsExactly("Group Settings", "room name=- persons=2 days=- lamps=- codeSet=false");
        settings.write("room", Map.of("name", "Hall", "code", "1234", "days", List.of("MO", "TU")), "rest");
        assertThat(run(command("room"))).containsExactly("Field Value", "name Hall", "persons 2", "days[0] MO", "days[1] TU",
                "lamps -", "codeSet true");
    }

    @Test
    void fieldsAreChangedAndTheOthersStay() throws CommandException {
        settings.write("room", Map.of("name", "Hall", "days", List.of("MO"), "code", "1234"), "rest");
        assertThat(run(command("room", "persons=3", "lamps[0].watts=8.5", "lamps[1].watts=40")))
                .contains("name Hall", "persons 3", "days[0] MO", "lamps[0].watts 8.5", "lamps[1].watts 40", "codeSet true");
        assertThat(run(command("room", "days=WE,TH", "lamps[0]=", "name=a=b"))).contains("name a=b", "days[0] WE", "days[1] TH",
                "lamps[0].watts 40").doesNotContain("lamps[1].watts 40");
        assertThat(run(command("room", "name=", "lamps=", "code=", "persons="))).contains("name -", "persons 2", "lamps -",
                "codeSet false");
        assertThat(settings.history("room").getFirst().origin()).isEqualTo("shell");
    }

    @Test
    void everyFaultIsToldInTheLanguageOfTheRegionAndNothingIsChanged() {
        SettingsCommand command = command("room", "persons=10", "colour=red");
        assertThatThrownBy(command::execute).isInstanceOf(CommandException.class)
                .hasMessage("Nothing was changed.\npersons: Must lie between 0 and 9.\ncolour: There is no such field.");
        command.region = Console.GERMAN;
        assertThatThrownBy(command::execute).hasMessageContaining("persons: Muss zwischen 0 und 9 liegen.");
        assertThat(settings.history("room")).isEmpty();
    }

    @Test
    void whatCannotBeDoneIsToldInOneLine() {
        assertThatThrownBy(command("attic")::execute).hasMessageContaining("There are no settings \"attic\"");
        assertThatThrownBy(command("room", "persons")::execute).hasMessageContaining("give field=value");
        settings.failing(true);
        assertThatThrownBy(command("room", "persons=3")::execute).hasMessage("The settings cannot be written.");
        SettingsCommand away = command("room");
        away.settings = null;
        assertThatThrownBy(away::execute).hasMessageContaining("The settings service is not running");
    }

    @Test
    void theHistoryTellsWhatChangedAndARevisionComesBack() throws CommandException {
        SettingsCommand history = command("room", "history");
        assertThat(run(history)).contains("Nobody has changed these settings yet");
        settings.write("room", Map.of("name", "Hall", "days", List.of("MO")), "rest");
        settings.write("room", Map.of("name", "Attic"), "console");
        assertThat(run(history)).containsExactly("Revision Since By Changed",
                "2 2026-11-22 13:27:01 +01:00 console days[0]=- name=Attic",
                "1 2026-11-22 13:27:01 +01:00 rest days[0]=MO name=Hall persons=2");

        assertThat(run(command("room", "restore", "1"))).contains("name Hall", "days[0] MO");
        assertThatThrownBy(command("room", "restore", "99")::execute).isInstanceOf(CommandException.class)
                .hasMessageContaining("99");
        assertThatThrownBy(command("room", "restore", "x")::execute).hasMessageContaining("the history has them");
    }

    private record Line(String[] getArguments, String getCursorArgument) implements CommandLine {
        static Line of(String... arguments) {
            return new Line(arguments, arguments[arguments.length - 1]);
        }

        @Override
        public int getCursorArgumentIndex() {
            return getArguments.length - 1;
        }

        @Override
        public int getArgumentPosition() {
            return getCursorArgument.length();
        }

        @Override
        public int getBufferPosition() {
            return getBuffer().length();
        }

        @Override
        public String getBuffer() {
            return String.join(" ", Arrays.asList(getArguments));
        }
    }

    @Test
    void groupsAndFieldsAreCompleted() {
        settings.write("room", Map.of("lamps", List.of(Map.of("watts", 1))), "rest");
        List<String> candidates = new ArrayList<>();
        SettingsGroupCompleter groups = new SettingsGroupCompleter();
        groups.settings = settings;
        groups.complete(null, Line.of("sem:settings", "ro"), candidates);
        assertThat(candidates).extracting(String::strip).containsExactly("room");

        candidates.clear();
        SettingsFieldCompleter fields = new SettingsFieldCompleter();
        assertThat(fields.complete(null, Line.of("sem:settings", "room", ""), candidates)).as("without the service")
                .isEqualTo(-1);
        fields.settings = settings;
        assertThat(fields.complete(null, Line.of("sem:settings", "room", "na"), candidates))
                .isEqualTo("sem:settings room ".length());
        assertThat(candidates).containsExactly("name=");
        candidates.clear();
        fields.complete(null, Line.of("sem:settings", "room", "persons=1", ""), candidates);
        assertThat(candidates).contains("name=", "days=", "lamps[0].watts=", "history ", "restore ");
    }
}
