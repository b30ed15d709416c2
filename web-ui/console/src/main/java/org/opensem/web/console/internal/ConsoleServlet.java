package org.opensem.web.console.internal;

import com.vaadin.flow.di.Lookup;
import com.vaadin.flow.di.LookupInitializer;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.StaticFileHandler;
import com.vaadin.flow.server.StaticFileServer;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.Version;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import com.vaadin.flow.server.startup.VaadinAppShellInitializer;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The console's servlet on the HTTP whiteboard. It knows one route only, whose host looks the views up by name. */
@Component(service = Servlet.class, property = {
    "osgi.http.whiteboard.servlet.name=console",
    "osgi.http.whiteboard.servlet.pattern=/*",
    "osgi.http.whiteboard.servlet.asyncSupported:Boolean=true",
    "osgi.http.whiteboard.context.select=(osgi.http.whiteboard.context.name=" + ConsoleContext.NAME + ")",
    "servlet.init.productionMode=true",
    "servlet.init.brotli=true",
    // Atmosphere cannot find its mapping by itself here.
    "servlet.init.pushServletMapping=/",
    // Nor can Vaadin; it needs it in development mode only, and would warn at each start.
    "servlet.init.VAADIN_SERVLET_VITE_DEV_MODE_FRONTEND_PATH=/*",
    "servlet.init.heartbeatInterval=60"
})
public final class ConsoleServlet extends VaadinServlet {
    static final Logger LOG = LoggerFactory.getLogger(ConsoleServlet.class);

    private static final long serialVersionUID = 1;
    private static final String INSTANCE_PATH = "/console/instance";
    private static final int YEAR_SECONDS = 365 * 24 * 3600;

    /** Names this start of the console: an open page of an earlier one loads itself anew. */
    private final String instance = UUID.randomUUID().toString();
    private final transient ViewRegistry views;
    private final transient MeterWatch meter;
    private final transient AccessWatch access;

    @Activate
    public ConsoleServlet(@Reference ViewRegistry views, @Reference MeterWatch meter, @Reference AccessWatch access) {
        this.views = views;
        this.meter = meter;
        this.access = access;
    }

    /** What Vaadin's initializers would do in a servlet container, in the order that it needs. */
    @Override
    public void init(ServletConfig config) throws ServletException {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(VaadinServlet.class.getClassLoader());
        try {
            VaadinServletContext context = new VaadinServletContext(config.getServletContext());
            new LookupInitializer().initialize(context, new HashMap<>(), lookup -> context.setAttribute(Lookup.class, lookup));
            VaadinAppShellInitializer.init(Set.of(AppShell.class), context);
            RouteConfiguration.forRegistry(ApplicationRouteRegistry.getInstance(context))
                    .setRoute(ViewHost.ROUTE, ViewHost.class, ConsoleLayout.class);
            super.init(config);
            LOG.info("The console is there (Vaadin {})", Version.getFullVersion());
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Override
    protected VaadinServletService createServletService(DeploymentConfiguration configuration) throws ServiceException {
        ConsoleService service = new ConsoleService(this, configuration, new Pages(views, meter, access), instance);
        service.init();
        return service;
    }

    @Override
    protected StaticFileHandler createStaticFileHandler(VaadinService service) {
        return new StaticFileServer(service) {
            /** An address with a hash is kept for good: other content has another address. */
            @Override
            protected int getCacheTime(String path) {
                return path.startsWith("/~") ? YEAR_SECONDS : super.getCacheTime(path);
            }
        };
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        if (INSTANCE_PATH.equals(request.getPathInfo())) {
            response.setHeader("Cache-Control", "no-store");
            response.setContentType("text/plain;charset=utf-8");
            response.getOutputStream().print(instance);
            return;
        }
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(VaadinServlet.class.getClassLoader());
        try {
            super.service(request, response);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }
}
