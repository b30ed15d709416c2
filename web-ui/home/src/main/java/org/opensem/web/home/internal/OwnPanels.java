package org.opensem.web.home.internal;

import org.opensem.web.component.Panel;
import org.opensem.web.home.HomePanel;
import org.opensem.web.home.PanelContext;
import org.opensem.web.home.PanelDescriptor;
import org.osgi.service.component.annotations.Component;

/** Home's own panels, contributed in the same way as a plug-in's (X4). */
public final class OwnPanels {
    /** How many there are. */
    static final int COUNT = 5;

    private OwnPanels() {}

    private static PanelDescriptor descriptor(String id, int order, int columns) {
        return new PanelDescriptor(id, order, columns, locale -> new Words(locale).get("panel." + id));
    }

    /** H4. */
    @Component
    public static final class Overview implements HomePanel {
        @Override
        public PanelDescriptor descriptor() {
            return OwnPanels.descriptor("overview", 100, 8);
        }

        @Override
        public Panel create(PanelContext context) {
            return new OverviewPanel(context).panel();
        }
    }

    /** H3. */
    @Component
    public static final class History implements HomePanel {
        @Override
        public PanelDescriptor descriptor() {
            return OwnPanels.descriptor("history", 200, 16);
        }

        @Override
        public Panel create(PanelContext context) {
            return new HistoryPanel(context).panel();
        }
    }

    /** H2. */
    @Component
    public static final class Consumption implements HomePanel {
        @Override
        public PanelDescriptor descriptor() {
            return OwnPanels.descriptor("use", 300, 11);
        }

        @Override
        public Panel create(PanelContext context) {
            return new UsePanel(context).panel();
        }
    }

    /** H5. */
    @Component
    public static final class Target implements HomePanel {
        @Override
        public PanelDescriptor descriptor() {
            return OwnPanels.descriptor("target", 400, 7);
        }

        @Override
        public Panel create(PanelContext context) {
            return new TargetPanel(context).panel();
        }
    }

    /** H6. */
    @Component
    public static final class Budget implements HomePanel {
        @Override
        public PanelDescriptor descriptor() {
            return OwnPanels.descriptor("budget", 500, 6);
        }

        @Override
        public Panel create(PanelContext context) {
            return new BudgetPanel(context).panel();
        }
    }
}
