package org.opensem.web.console.internal;

import com.vaadin.flow.server.VaadinServlet;
import java.io.IOException;
import java.net.URL;
import java.util.Enumeration;

/** Finds classes and resources in the console's bundle first, then in Vaadin's, where its front end and its services lie. */
final class BridgeLoader extends ClassLoader {
    private final ClassLoader vaadin = VaadinServlet.class.getClassLoader();

    BridgeLoader() {
        super(BridgeLoader.class.getClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        return vaadin.loadClass(name);
    }

    @Override
    protected URL findResource(String name) {
        return vaadin.getResource(name);
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        return vaadin.getResources(name);
    }
}
