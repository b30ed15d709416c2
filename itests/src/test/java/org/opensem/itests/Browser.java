package org.opensem.itests;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

/**
 * The system's Chromium, without a window. No browser is a failure, unless {@code OPENSEM_NO_BROWSER=1} says that it is known:
 * then the tests that ask for one are skipped. Playwright is single-threaded: use a page on the thread that runs the test.
 */
public final class Browser implements AutoCloseable {
    /** Many a page is opened for the first time, also on a busy machine; nothing waits when all is well. */
    private static final int PATIENCE_MILLIS = 45_000;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<String> errors = new CopyOnWriteArrayList<>();

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    static Browser launch() {
        Assumptions.assumeFalse("1".equals(System.getenv("OPENSEM_NO_BROWSER")), "OPENSEM_NO_BROWSER=1: no browser here");
        Path executable = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
                        "/snap/bin/chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
                .map(Path::of).filter(Files::isExecutable).findFirst()
                .orElseThrow(() -> new IllegalStateException("No Chromium found: apt install chromium, or OPENSEM_NO_BROWSER=1"));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        // On another thread a page that is asked while one waits would take the other's answers, from then on.
        Awaitility.pollInSameThread();
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Browser(playwright, playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(executable).setHeadless(true)
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"))));
    }

    /** A page of a wide window, English, light, with cookies of its own. Close it (or its context) after use. */
    public Page newPage() {
        return newPage(1280, 900, "en-GB", ColorScheme.LIGHT);
    }

    /** A page with cookies of its own. @param locale what the browser asks for, for example {@code de-DE} */
    public Page newPage(int width, int height, String locale, ColorScheme scheme) {
        return open(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(width, height).setLocale(locale)
                .setColorScheme(scheme));
    }

    /** A page of a phone: narrow, and touched with fingers. */
    public Page newPhone(String locale) {
        return open(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(390, 844).setLocale(locale)
                .setHasTouch(true).setIsMobile(true));
    }

    private Page open(com.microsoft.playwright.Browser.NewContextOptions options) {
        BrowserContext context = chromium.newContext(options.setTimezoneId("Europe/Berlin"));
        Page page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.onPageError(error -> errors.add(page.url() + ": " + error));
        return page;
    }

    /** Uncaught JavaScript errors of all pages since the last call. */
    public List<String> takeErrors() {
        List<String> taken = new ArrayList<>(errors);
        errors.removeAll(taken);
        return taken;
    }

    /** Saves a picture in {@code itests/target/screenshots}. */
    public static void screenshot(Page page, String name) {
        Path file = Path.of(System.getProperty("opensem.screenshots")).resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
