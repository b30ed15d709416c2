package org.opensem.web.console.internal;

import com.vaadin.flow.server.VaadinServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.opensem.access.Decision;
import org.opensem.settings.Region;
import org.opensem.web.ViewContribution;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.servlet.context.ServletContextHelper;

/**
 * The console's place on the HTTP whiteboard. It serves {@code META-INF/resources} of the console, of the API, of Vaadin and
 * of the bundles whose views, or parts of views, are there, looks at the Host of every request and sets the security headers.
 *
 * <p>Its rank is low, so that other contexts at {@code /} (metrics, health) are asked first.
 */
@Component(service = ServletContextHelper.class, property = {
    "osgi.http.whiteboard.context.name=" + ConsoleContext.NAME,
    "osgi.http.whiteboard.context.path=/",
    "service.ranking:Integer=-1000"
})
public final class ConsoleContext extends ServletContextHelper {
    static final String NAME = "console";

    private static final String ROOT = "META-INF/resources/";
    private static final String BUILT = "META-INF/VAADIN/webapp/";
    private static final Pattern HASH = Pattern.compile("^~[0-9a-f]+/");

    /** The default helper knows no types, and browsers refuse modules without one. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("js", "text/javascript"), Map.entry("mjs", "text/javascript"), Map.entry("css", "text/css"),
            Map.entry("html", "text/html"), Map.entry("json", "application/json"), Map.entry("map", "application/json"),
            Map.entry("svg", "image/svg+xml"), Map.entry("png", "image/png"), Map.entry("gif", "image/gif"),
            Map.entry("jpg", "image/jpeg"), Map.entry("ico", "image/x-icon"), Map.entry("woff2", "font/woff2"),
            Map.entry("woff", "font/woff"), Map.entry("txt", "text/plain"),
            Map.entry("webmanifest", "application/manifest+json"));

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Region region;

    private final List<Bundle> bundles;
    private final Contributors contributors;
    private final Compressed compressed;

    @Activate
    public ConsoleContext(BundleContext context, @Reference Contributors contributors) {
        this(context, contributors, List.of(context.getBundle(), FrameworkUtil.getBundle(ViewContribution.class),
                FrameworkUtil.getBundle(VaadinServlet.class)));
    }

    /** @param bundles whose resources are served first */
    ConsoleContext(BundleContext context, Contributors contributors, List<Bundle> bundles) {
        this.bundles = List.copyOf(bundles);
        this.contributors = contributors;
        this.compressed = new Compressed(context);
    }

    @Override
    public boolean handleSecurity(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Region settings = region;
        BrowserLanguage.configured(request, settings == null ? Optional.empty() : settings.configured());
        response.setHeader("Content-Security-Policy", ContentPolicy.of(""));
        if (request.getAttribute(Decision.ATTRIBUTE) instanceof Decision decision && decision.isAdmitted()) {
            return true;
        }
        // Nobody has decided: the doorkeeper is being updated.
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", "2");
        response.setHeader("Refresh", "2");
        response.setContentType("text/plain;charset=utf-8");
        String away = Texts.of(BrowserLanguage.of(request)).get("guard.away");
        response.getOutputStream().write(away.getBytes(StandardCharsets.UTF_8));
        return false;
    }

    @Override
    public URL getResource(String name) {
        if (name == null) {
            return null;
        }
        String path = HASH.matcher(name.startsWith("/") ? name.substring(1) : name).replaceFirst("");
        if (path.isEmpty() || path.endsWith("/") || path.contains("..")) {
            return null;
        }
        boolean zipped = path.endsWith(".gz");
        String plain = zipped ? path.substring(0, path.length() - ".gz".length()) : path;
        List<Bundle> all = new ArrayList<>(bundles);
        all.addAll(contributors.bundles());
        for (Bundle bundle : all) {
            URL url = entry(bundle, plain);
            if (url != null) {
                return zipped ? compressed.of(bundle, plain, url) : url;
            }
        }
        return null;
    }

    private static URL entry(Bundle bundle, String path) {
        if (bundle.getState() == Bundle.UNINSTALLED) {
            return null;
        }
        URL url = bundle.getEntry(ROOT + path);
        if (url == null && path.startsWith("VAADIN/build/")) {
            url = bundle.getEntry(BUILT + path);
        }
        return url == null || url.getPath().endsWith("/") ? null : url;
    }

    @Override
    public String getMimeType(String name) {
        return TYPES.get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }
}
