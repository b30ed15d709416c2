package org.opensem.itests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** X2: which errors in a log are those of libraries that meet a bundle while it is swapped, and that no other one passes. */
class LogErrorsTest {
    private static final String BEGIN = "2026-11-26T02:07:45,560 | ERROR | FelixDispatchQueue | ";
    private static final String NO_CONTENT = """
            java.lang.NullPointerException: Cannot invoke "org.apache.felix.framework.cache.Content.hasEntry(String)" because \
            the return value of "org.apache.felix.framework.BundleRevisionImpl.getContent()" is null
            """;
    private static final String LOCATOR = NO_CONTENT + """
            \tat org.apache.felix.framework.BundleRevisionImpl.getEntry(BundleRevisionImpl.java:598)
            \tat org.glassfish.hk2.osgiresourcelocator.ServiceLoaderImpl$BundleTracker.bundleChanged(ServiceLoaderImpl.java:238)
            """;
    private static final String ADDING = """
            org.osgi.framework.ServiceException: Service factory returned null. (null)
            \tat org.eclipse.osgitech.rest.runtime.application.JerseyApplication.addContent(JerseyApplication.java:181)
            """;
    private static final String COPYING = """
            org.osgi.framework.ServiceException: Service factory returned null. (null)
            \tat org.eclipse.osgitech.rest.runtime.application.JerseyApplicationContentProvider.<init>(\
            JerseyApplicationContentProvider.java:51)
            """;
    private static final String GOING = """
            java.lang.IllegalArgumentException
            \tat org.apache.felix.framework.BundleContextImpl$ServiceObjectsImpl.ungetService(BundleContextImpl.java:564)
            \tat org.eclipse.osgitech.rest.runtime.application.JerseyApplication.lambda$dispose$0(JerseyApplication.java:129)
            """;

    private static String felix(String trace) {
        return BEGIN + "Felix            | 6 - org.ops4j.pax.logging.pax-logging-api | Bundle "
                + "org.glassfish.hk2.osgi-resource-locator [35] EventDispatcher: Error during dispatch. ("
                + trace.lines().findFirst().orElseThrow() + ")\n" + trace;
    }

    private static String framework(String bundle, String trace) {
        return BEGIN + "Framework        | 35 - " + bundle + " | FrameworkEvent ERROR\n" + trace;
    }

    private static String unget(String says, String trace) {
        return BEGIN + "application      | 91 - org.eclipse.osgitech.rest | " + says + "\n" + trace;
    }

    @Test
    void whatIsKnownPassesAndTheEntriesAroundItDoNotMatter() {
        String info = "2026-11-26T02:07:46,030 | INFO  | main | NetworkDoor | 118 - org.opensem.access.http | ERROR is a word\n";
        assertThat(LogErrors.of(info + felix(LOCATOR) + framework("org.glassfish.hk2.osgi-resource-locator", LOCATOR) + info
                + framework("org.eclipse.osgitech.rest.servlet.whiteboard", ADDING)
                + framework("org.eclipse.osgitech.rest.servlet.whiteboard", COPYING)
                + unget("Cannot unget service for resource sid_159", GOING) + info)).isEmpty();
    }

    @Test
    void anotherErrorOfTheSameLibrariesCounts() {
        String other = "java.lang.NullPointerException\n" + LOCATOR.substring(NO_CONTENT.length());
        assertThat(LogErrors.of(felix(other))).hasSize(1);
        assertThat(LogErrors.of(framework("org.glassfish.hk2.osgi-resource-locator", other))).hasSize(1);
        assertThat(LogErrors.of(framework("org.glassfish.hk2.osgi-resource-locator", NO_CONTENT))).as("elsewhere").hasSize(1);
        assertThat(LogErrors.of(framework("org.glassfish.hk2.osgi-resource-locator", ""))).as("no trace").hasSize(1);
        assertThat(LogErrors.of(framework("org.eclipse.osgitech.rest.servlet.whiteboard", GOING))).hasSize(1);
        assertThat(LogErrors.of(unget("Cannot start", GOING))).hasSize(1);
        assertThat(LogErrors.of(unget("Cannot unget service for resource sid_159", ADDING))).hasSize(1);
    }

    @Test
    void anErrorOfOursCountsWithItsStackTrace() {
        String ours = BEGIN + "Engine           | 110 - org.opensem.store.derby | It failed\njava.lang.IllegalStateException\n";
        assertThat(LogErrors.of(felix(LOCATOR) + ours + framework("org.glassfish.hk2.osgi-resource-locator", LOCATOR)))
                .containsExactly(ours.strip());
    }
}
