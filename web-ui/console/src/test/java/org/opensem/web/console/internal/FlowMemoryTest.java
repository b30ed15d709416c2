package org.opensem.web.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

/** A bundle that goes leaves no class in Flow (X4). Fails when another version of Vaadin remembers differently. */
class FlowMemoryTest {

    @Test
    void classesOfOtherBundlesAreForgottenAndVaadinsOwnAreKept() throws Exception {
        URL here = FlowMemoryTest.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader bundle = new URLClassLoader(new URL[] {here}, Button.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                return name.endsWith("PluginButton") ? findClass(name) : super.loadClass(name, resolve);
            }
        }) {
            Class<?> plugin = bundle.loadClass(PluginButton.class.getName());
            FlowMemory.checkedClasses().add(plugin);
            FlowMemory.checkedClasses().add(Button.class);
            assertThat(FlowMemory.checkedClasses()).as("the very set of Flow").contains(plugin);
            FlowMemory.clear();
            assertThat(FlowMemory.checkedClasses()).contains(Button.class).doesNotContain(plugin);
        }
    }

    /** A class of another bundle. */
    public static final class PluginButton extends Button {
        private static final long serialVersionUID = 1;
    }
}
