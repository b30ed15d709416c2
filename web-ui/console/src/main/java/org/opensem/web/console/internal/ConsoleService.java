package org.opensem.web.console.internal;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.internal.ComponentMetaData;
import com.vaadin.flow.di.DefaultInstantiator;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.router.NavigationEvent;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceDestroyListener;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import com.vaadin.flow.shared.Registration;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.concurrent.locks.Lock;
import java.util.stream.Stream;

/** Vaadin's service, told how to find its resources, sessions and components inside OSGi. */
final class ConsoleService extends VaadinServletService {
    private final transient Pages pages;
    private final String instance;
    private final transient SessionDirectory directory = new SessionDirectory();

    /** @param instance names this start of the console */
    ConsoleService(VaadinServlet servlet, DeploymentConfiguration configuration, Pages pages, String instance) {
        super(servlet, configuration);
        this.pages = pages;
        this.instance = instance;
        setSystemMessagesProvider(info -> messages());
        addSessionInitListener(event -> {
            pages.add(event.getSession());
            event.getSession().setErrorHandler(Faults::handle);
        });
        addSessionDestroyListener(event -> {
            pages.remove(event.getSession());
            if (event.getSession().getSession() != null) {
                directory.forget(event.getSession().getSession());
            }
        });
        addUIInitListener(event -> pages.open(event.getUI(),
                ((VaadinServletRequest) VaadinRequest.getCurrent()).getHttpServletRequest()));
    }

    /** A page whose session has gone (an update of the console, a restart) loads itself again, at the same address. */
    private static SystemMessages messages() {
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setInternalErrorNotificationEnabled(false);
        return messages;
    }

    @Override
    protected void setDefaultClassLoader() {
        setClassLoader(new BridgeLoader());
    }

    /** The default probes by file system paths, which a bundle's URLs do not have. */
    @Override
    public URL getStaticResource(String path) {
        try {
            return getServlet().getServletContext().getResource(path);
        } catch (MalformedURLException e) {
            return null;
        }
    }

    @Override
    protected Instantiator createInstantiator() throws ServiceException {
        return new DefaultInstantiator(this) {
            @Override
            public <T extends HasElement> T createRouteTarget(Class<T> type, NavigationEvent event) {
                Page page = Page.of(event.getUI());
                if (type == ViewHost.class) {
                    return type.cast(page.host());
                }
                return type == ConsoleLayout.class ? type.cast(page.layout()) : super.createRouteTarget(type, event);
            }

            @Override
            public Stream<VaadinServiceInitListener> getServiceInitListeners() {
                return Stream.of(event -> event.addIndexHtmlRequestListener(new IndexPage(instance)));
            }
        };
    }

    /**
     * Flow's notes on each component class ask to be cleared when the service ends. Kept, they would keep the class loader of
     * every bundle that ever showed a view; {@link Pages} clears all notes itself, also at the end.
     */
    @Override
    public Registration addServiceDestroyListener(ServiceDestroyListener listener) {
        return listener.getClass().getName().startsWith(ComponentMetaData.class.getName())
                ? () -> { }
                : super.addServiceDestroyListener(listener);
    }

    @Override
    public void requestStart(VaadinRequest request, VaadinResponse response) {
        WrappedSession session = response == null ? null : request.getWrappedSession(false);
        if (session != null) {
            directory.remember(session);
        }
        super.requestStart(request, response);
    }

    @Override
    protected void writeToHttpSession(WrappedSession session, VaadinSession vaadin) {
        directory.remember(session);
        super.writeToHttpSession(session, vaadin);
    }

    @Override
    protected VaadinSession readFromHttpSession(WrappedSession session) {
        return super.readFromHttpSession(directory.canonical(session));
    }

    @Override
    protected VaadinSession loadSession(WrappedSession session) {
        return super.loadSession(directory.canonical(session));
    }

    @Override
    protected Lock getSessionLock(WrappedSession session) {
        return super.getSessionLock(directory.canonical(session));
    }

    @Override
    protected Lock lockSession(WrappedSession session) {
        return super.lockSession(directory.canonical(session));
    }

    @Override
    protected void unlockSession(WrappedSession session, Lock lock) {
        super.unlockSession(directory.canonical(session), lock);
    }

    @Override
    protected void removeFromHttpSession(WrappedSession session) {
        super.removeFromHttpSession(directory.canonical(session));
        directory.forget(session);
    }

    @Override
    public void destroy() {
        pages.close();
        super.destroy();
        directory.clear();
    }
}
