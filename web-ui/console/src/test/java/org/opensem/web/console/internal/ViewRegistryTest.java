package org.opensem.web.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opensem.web.ViewContext;
import org.opensem.web.ViewContribution;
import org.opensem.web.ViewDescriptor;
import org.opensem.web.console.internal.ViewRegistry.View;
import org.osgi.framework.ServiceReference;

/** Views come and go (X2, X4). */
class ViewRegistryTest {
    private final ViewRegistry registry = new ViewRegistry();

    private ServiceReference<ViewContribution> add(int ranking, String route, int order) {
        ServiceReference<ViewContribution> reference = Fakes.reference(ranking);
        registry.bindView(reference, Fakes.view(route, order, context -> new Span()));
        return reference;
    }

    @Test
    void theMenuIsOrderedAndTellsExtensionsFromOurOwn() {
        add(1, "standby", 1010);
        add(2, "graph", 300);
        add(3, "home", 100);
        assertThat(registry.views()).extracting(View::route).containsExactly("home", "graph", "standby");
        assertThat(registry.views()).extracting(View::isExtension).containsExactly(false, false, true);
        assertThat(registry.find("graph").orElseThrow().origin()).isEqualTo("bundle2 · 1.2.0");
    }

    @Test
    void aViewThatGoesLeavesNothingButItsName() {
        ServiceReference<ViewContribution> reference = add(1, "home", 100);
        assertThat(registry.views()).hasSize(1);
        registry.unbindView(reference);
        assertThat(registry.views()).isEmpty();
        assertThat(registry.hasSeen("home")).isTrue();
        assertThat(registry.hasSeen("other")).isFalse();
    }

    @Test
    void ofTwoWithTheSameRouteTheOneThatRanksHigherIsShown() {
        add(1, "home", 100);
        ServiceReference<ViewContribution> better = add(5, "home", 90);
        assertThat(registry.find("home").orElseThrow().reference()).isEqualTo(better);
        assertThat(registry.views()).hasSize(1);
        registry.unbindView(better);
        assertThat(registry.find("home").orElseThrow().descriptor().order()).isEqualTo(100);
    }

    @Test
    void listenersHearOfBoth() {
        List<String> told = new ArrayList<>();
        Runnable listener = () -> told.add("changed");
        registry.addListener(listener);
        registry.unbindView(add(1, "home", 100));
        registry.removeListener(listener);
        add(2, "graph", 300);
        assertThat(told).hasSize(2);
    }

    @Test
    void aContributionThatCannotDescribeItselfIsLeftOut() {
        registry.bindView(Fakes.reference(1), new ViewContribution() {
            @Override
            public ViewDescriptor descriptor() {
                return new ViewDescriptor("Not A Route", "plug", 1, locale -> "");
            }

            @Override
            public Span create(ViewContext context) {
                return new Span();
            }
        });
        add(2, "home", 100);
        assertThat(registry.views()).extracting(View::route).containsExactly("home");
    }

    @Test
    void aFaultIsNewsOnce() {
        add(1, "home", 100);
        assertThat(registry.isNewFault("home", new IllegalStateException("broken"))).isTrue();
        assertThat(registry.isNewFault("home", new IllegalStateException("broken"))).isFalse();
        assertThat(registry.isNewFault("home", new IllegalStateException("otherwise"))).isTrue();
    }
}
