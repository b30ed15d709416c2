package org.opensem.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/requirements.md says of every requirement which tests hold it, or that it is not built yet; and they do name it. */
class RequirementsTest {
    /** How many there are by their letter. */
    private static final Map<String, Integer> NUMBERS =
            Map.of("T", 8, "H", 6, "V", 2, "G", 7, "U", 3, "E", 9, "F", 3, "D", 3, "X", 5);
    private static final Pattern ROW = Pattern.compile("\\| ([A-Z]\\d(?:, [A-Z]\\d)*) \\| (.+) \\| (.+) \\|");
    private static final Pattern CLASS = Pattern.compile("`(\\w+)`");
    private static final Pattern NUMBER = Pattern.compile("\\b([A-Z])(\\d)(?:\\s*(?:\u2013|-|to)\\s*\\1(\\d))?\\b");
    private static final Pattern COMMENT = Pattern.compile("/\\*\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);
    private static final String NOT_BUILT = "not built yet";

    private final Map<String, List<Path>> classes = Stream.of("Test.java", "IT.java")
            .flatMap(ending -> Tree.files(Tree.ROOT, ending))
            .collect(Collectors.groupingBy(file -> file.getFileName().toString().replace(".java", "")));

    /** What the document says of each requirement: names of tests, or that there are none. */
    private static Map<String, List<String>> told() {
        Map<String, List<String>> told = new LinkedHashMap<>();
        for (String line : Tree.text(Tree.ROOT.resolve("docs/requirements.md")).lines().toList()) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                List<String> tests = row.group(3).equals(NOT_BUILT) ? List.of()
                        : CLASS.matcher(row.group(3)).results().map(found -> found.group(1)).toList();
                assertThat(tests.isEmpty()).as(line).isEqualTo(row.group(3).equals(NOT_BUILT));
                Stream.of(row.group(1).split(", ")).forEach(number -> assertThat(told.put(number, tests)).as(number).isNull());
            }
        }
        return told;
    }

    @Test
    void everyRequirementIsThere() {
        Set<String> all = NUMBERS.entrySet().stream().flatMap(letter ->
                IntStream.rangeClosed(1, letter.getValue()).mapToObj(n -> letter.getKey() + n))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(new TreeSet<>(told().keySet())).isEqualTo(all);
    }

    @Test
    void everyTestThatIsNamedExistsAndNamesTheRequirement() {
        List<String> wrong = new ArrayList<>();
        told().forEach((number, tests) -> tests.stream()
                .filter(test -> classes.getOrDefault(test, List.of()).stream().noneMatch(file -> names(file).contains(number)))
                .forEach(test -> wrong.add(number + " " + test)));
        assertThat(wrong).isEmpty();
    }

    private static Set<String> names(Path file) {
        String comments = COMMENT.matcher(Tree.text(file)).results().map(MatchResult::group).collect(Collectors.joining("\n"));
        return NUMBER.matcher(comments).results().flatMap(RequirementsTest::range).collect(Collectors.toSet());
    }

    /** One number, or all from the first to the last. */
    private static Stream<String> range(MatchResult found) {
        int first = Integer.parseInt(found.group(2));
        int last = found.group(3) == null ? first : Integer.parseInt(found.group(3));
        return IntStream.rangeClosed(first, last).mapToObj(n -> found.group(1) + n);
    }
}
