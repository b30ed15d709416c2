package org.opensem.web.console.internal;

import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.communication.IndexHtmlRequestListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.opensem.language.Languages;
import org.opensem.web.Asset;
import org.opensem.web.chart.Chart;

/** The one HTML page: language, style sheets, icon and manifest, all from our own bundles. */
final class IndexPage implements IndexHtmlRequestListener {
    private static final int YEAR_SECONDS = 365 * 24 * 3600;

    private static final String FRONT_END = "META-INF/VAADIN/webapp/";
    private static final String BUILD = "VAADIN/build/";
    private static final Pattern ENTRY = Pattern.compile("indexhtml-[\\w-]+\\.js");
    private static final Pattern PARTS = Pattern.compile("(FlowBootstrap|FlowClient|generated-flow-imports)-[\\w-]+\\.js");

    private final String instance;
    private final transient List<String> bootstrap = bootstrap();
    private final transient Asset theme = Asset.of(VaadinServlet.class, "aura/aura.css");
    private final transient Asset style = Asset.of(IndexPage.class, "console/console.css");
    private final transient Asset script = Asset.of(IndexPage.class, "console/watch.js");

    /** @param instance names this start of the console, so that a page knows when there is another */
    IndexPage(String instance) {
        this.instance = instance;
    }

    @Override
    public void modifyIndexHtmlResponse(IndexHtmlResponse response) {
        HttpServletRequest request = ((VaadinServletRequest) response.getVaadinRequest()).getHttpServletRequest();
        Locale locale = BrowserLanguage.of(request);
        Languages.named(request.getParameter(BrowserLanguage.PARAMETER)).ifPresent(asked -> {
            Cookie cookie = new Cookie(BrowserLanguage.COOKIE, asked.toLanguageTag());
            cookie.setPath("/");
            cookie.setMaxAge(YEAR_SECONDS);
            cookie.setAttribute("SameSite", "Strict");
            response.getVaadinResponse().addCookie(cookie);
        });
        response.getDocument().child(0).attr("lang", locale.toLanguageTag());
        Element head = response.getDocument().head();
        link(head, "stylesheet", relative(theme.url()));
        link(head, "stylesheet", relative(style.url()));
        preload(head);
        link(head, "icon", "./console/icon.svg").attr("type", "image/svg+xml");
        link(head, "apple-touch-icon", "./console/icon-180.png");
        link(head, "manifest", "./console/manifest.webmanifest");
        head.appendElement("meta").attr("name", "opensem-console").attr("content", instance);
        head.appendElement("meta").attr("name", "color-scheme").attr("content", "light dark");
        head.appendElement("meta").attr("name", "theme-color").attr("content", "#f2f4f5")
                .attr("media", "(prefers-color-scheme: light)");
        head.appendElement("meta").attr("name", "theme-color").attr("content", "#0d1217")
                .attr("media", "(prefers-color-scheme: dark)");
        head.appendElement("script").attr("type", "module").attr("src", relative(script.url()));
    }

    /** What nearly every page needs is fetched and compiled while the server still draws it. */
    private void preload(Element head) {
        bootstrap.forEach(address -> link(head, "modulepreload", address));
        Chart.script().urls().forEach(address -> link(head, "modulepreload", relative(address)));
    }

    /** Where Vaadin's page starts, read from its own front end, since the names hold a hash of its build. */
    static List<String> bootstrap() {
        List<String> first = found(ENTRY, "index.html");
        return first.stream().flatMap(entry -> found(PARTS, BUILD + entry).stream()).map(part -> "./" + BUILD + part).toList();
    }

    private static List<String> found(Pattern name, String file) {
        try (InputStream in = VaadinServlet.class.getClassLoader().getResourceAsStream(FRONT_END + file)) {
            String text = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return name.matcher(text).results().map(MatchResult::group).distinct().toList();
        } catch (IOException e) {
            ConsoleServlet.LOG.debug("The page does without early loading: {} could not be read", file, e);
            return List.of();
        }
    }

    private static Element link(Element head, String relation, String address) {
        return head.appendElement("link").attr("rel", relation).attr("href", address);
    }

    /** Relative to the page's base, so that it works behind a path. */
    private static String relative(String address) {
        return address.replace("context://", "./");
    }
}
