package org.opensem.itests;

import java.util.ArrayList;
import java.util.List;

/**
 * The errors in a log, but for those of two libraries that look at a bundle at the very moment at which it is updated or stopped:
 * they tell it as an error and are none the worse for it. Each is known by what it says and where it comes from; another one of
 * theirs counts.
 */
final class LogErrors {
    private static final String ERROR = " | ERROR | ";
    private static final String NO_CONTENT = "java.lang.NullPointerException: Cannot invoke "
            + "\"org.apache.felix.framework.cache.Content.hasEntry(String)\" because the return value of "
            + "\"org.apache.felix.framework.BundleRevisionImpl.getContent()\" is null";
    private static final String LOCATOR = "org.glassfish.hk2.osgiresourcelocator.ServiceLoaderImpl$BundleTracker.bundleChanged(";
    private static final String NO_SERVICE = "org.osgi.framework.ServiceException: Service factory returned null. (null)";
    private static final String WHITEBOARD = "org.eclipse.osgitech.rest.runtime.application.";

    private static final String NO_RESOURCE = "java.lang.NullPointerException: Cannot invoke "
            + "\"org.atmosphere.cpr.AtmosphereResource.getResponse()\" because \"resource\" is null";

    private static final List<Harmless> HARMLESS = List.of(
            // HK2's locator reads the entries of a bundle whose content has gone; Felix tells it twice.
            new Harmless("org.ops4j.pax.logging.pax-logging-api",
                    "Bundle org\\.glassfish\\.hk2\\.osgi-resource-locator \\[\\d+] EventDispatcher: Error during dispatch\\. .*",
                    NO_CONTENT, LOCATOR),
            new Harmless("org.glassfish.hk2.osgi-resource-locator", "FrameworkEvent ERROR", NO_CONTENT, LOCATOR),
            // The REST whiteboard asks for a resource whose component is just being deactivated,
            new Harmless("org.eclipse.osgitech.rest.servlet.whiteboard", "FrameworkEvent ERROR",
                    NO_SERVICE, WHITEBOARD + "JerseyApplication.addContent("),
            new Harmless("org.eclipse.osgitech.rest.servlet.whiteboard", "FrameworkEvent ERROR",
                    NO_SERVICE, WHITEBOARD + "JerseyApplicationContentProvider.<init>("),
            // and gives one back that has gone.
            new Harmless("org.eclipse.osgitech.rest", "Cannot unget service for resource sid_\\d+",
                    "java.lang.IllegalArgumentException", WHITEBOARD + "JerseyApplication.lambda$dispose$0("),
            // Atmosphere ends a push connection that it has forgotten already.
            new Harmless("org.opensem.web.vaadin", "Failed to cancel resource: [0-9a-f-]+", NO_RESOURCE,
                    "org.atmosphere.handler.AbstractReflectorAtmosphereHandler.onStateChange("));

    private LogErrors() {}

    /**
     * @param bundle symbolic name of the one that tells it
     * @param says pattern of its text
     * @param thrown first line of the stack trace
     * @param frame a call in it
     */
    private record Harmless(String bundle, String says, String thrown, String frame) {

        boolean is(List<String> entry) {
            // Time, level, thread, class, number and name of the bundle, text.
            String[] parts = entry.getFirst().split(" \\| ", 6);
            return parts.length == 6 && parts[4].endsWith(" - " + bundle) && parts[5].matches(says)
                    && entry.size() > 1 && entry.get(1).equals(thrown)
                    && entry.stream().anyMatch(line -> line.startsWith("\tat " + frame));
        }
    }

    /** Entries of level ERROR, each with its stack trace, that are not known to be harmless. */
    static List<String> of(String log) {
        List<String> errors = new ArrayList<>();
        List<String> entry = new ArrayList<>();
        for (String line : log.lines().toList()) {
            if (line.matches("\\d{4}-\\d{2}-\\d{2}T[\\d:,]{12} \\| .*")) {
                take(entry, errors);
            }
            entry.add(line);
        }
        take(entry, errors);
        return errors;
    }

    private static void take(List<String> entry, List<String> errors) {
        if (!entry.isEmpty() && entry.getFirst().contains(ERROR) && HARMLESS.stream().noneMatch(known -> known.is(entry))) {
            errors.add(String.join("\n", entry));
        }
        entry.clear();
    }
}
