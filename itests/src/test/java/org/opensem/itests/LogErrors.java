package org.opensem.itests;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The errors in a log, but for those of two libraries that look at a bundle at the very moment at which it is updated or stopped: they
 * tell it as an error and are none the worse for it. Each is known by the whole of what it says; another one of theirs counts.
 */
final class LogErrors {
    /** Where an entry begins; the lines of its stack trace follow. */
    private static final Pattern BEGIN = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2},\\d{3} \\| .*");

    private static final String NO_CONTENT = "java\\.lang\\.NullPointerException: Cannot invoke "
            + "\"org\\.apache\\.felix\\.framework\\.cache\\.Content\\.hasEntry\\(String\\)\" because the return value of "
            + "\"org\\.apache\\.felix\\.framework\\.BundleRevisionImpl\\.getContent\\(\\)\" is null";
    private static final String LOCATOR =
            ".*\\tat org\\.glassfish\\.hk2\\.osgiresourcelocator\\.ServiceLoaderImpl\\$BundleTracker\\.bundleChanged\\(.*";

    private static final List<Pattern> HARMLESS = List.of(
            // HK2's locator reads the entries of a bundle whose content has gone; Felix tells it twice.
            entry("org\\.ops4j\\.pax\\.logging\\.pax-logging-api \\| Bundle org\\.glassfish\\.hk2\\.osgi-resource-locator \\[\\d+] "
                    + "EventDispatcher: Error during dispatch\\. \\(" + NO_CONTENT + "\\)", NO_CONTENT + LOCATOR),
            entry("org\\.glassfish\\.hk2\\.osgi-resource-locator \\| FrameworkEvent ERROR", NO_CONTENT + LOCATOR),
            // The REST whiteboard asks for a resource whose component is just being deactivated.
            entry("org\\.eclipse\\.osgitech\\.rest\\.servlet\\.whiteboard \\| FrameworkEvent ERROR",
                    "org\\.osgi\\.framework\\.ServiceException: Service factory returned null\\. \\(null\\)\\n"
                            + ".*\\tat org\\.eclipse\\.osgitech\\.rest\\.runtime\\.application\\.JerseyApplication\\.addContent\\(.*"),
            // It gives a resource back that went by itself.
            entry("org\\.eclipse\\.osgitech\\.rest \\| Cannot unget service for resource sid_\\d+",
                    "java\\.lang\\.IllegalArgumentException\\n"
                            + ".*\\tat org\\.eclipse\\.osgitech\\.rest\\.runtime\\.application\\.JerseyApplication\\..*dispose.*"));

    private LogErrors() {}

    private static Pattern entry(String says, String trace) {
        return Pattern.compile("[^|]+\\| ERROR \\|[^|]+\\|[^|]+\\| \\d+ - " + says + "\\n" + trace, Pattern.DOTALL);
    }

    /** Entries of level ERROR, each with its stack trace, that are not known to be harmless. */
    static List<String> of(String log) {
        List<String> errors = new ArrayList<>();
        StringBuilder entry = new StringBuilder();
        for (String line : (Iterable<String>) log.lines()::iterator) {
            if (BEGIN.matcher(line).matches()) {
                take(entry, errors);
            }
            entry.append(line).append('\n');
        }
        take(entry, errors);
        return errors;
    }

    private static void take(StringBuilder entry, List<String> errors) {
        String text = entry.toString();
        entry.setLength(0);
        if (text.contains("| ERROR |") && HARMLESS.stream().noneMatch(known -> known.matcher(text).matches())) {
            errors.add(text);
        }
    }
}
