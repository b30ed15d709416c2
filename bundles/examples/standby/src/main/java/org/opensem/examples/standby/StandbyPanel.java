package org.opensem.examples.standby;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.Optional;
import org.opensem.aggregation.Energy;
import org.opensem.aggregation.Extreme;
import org.opensem.language.Quantity;
import org.opensem.language.Translations;
import org.opensem.tariff.Cost;
import org.opensem.tariff.CostReport;
import org.opensem.web.Unit;
import org.opensem.web.component.Figure;
import org.opensem.web.component.Panel;
import org.opensem.web.home.HomeFigures;
import org.opensem.web.home.HomePanel;
import org.opensem.web.home.PanelContext;
import org.opensem.web.home.PanelDescriptor;
import org.osgi.service.component.annotations.Component;

/** A panel of Home: the lowest power of the period that is shown, and what it adds up to in a year, in the unit of the page. */
@Component
public final class StandbyPanel implements HomePanel {
    private static final int ORDER = 1010;
    private static final int COLUMNS = 6;
    private static final double YEAR_HOURS = 365 * 24;

    @Override
    public PanelDescriptor descriptor() {
        return new PanelDescriptor("standby", ORDER, COLUMNS,
                locale -> Translations.of(StandbyPanel.class, locale).get("panel"));
    }

    @Override
    public Panel create(PanelContext context) {
        Translations texts = Translations.of(StandbyPanel.class, context.locale());
        Figure lowest = Figure.sized("fig");
        Figure year = Figure.sized("fig", "m");
        Span time = small();
        context.onFigures(figures -> {
            Extreme min = figures.totals().min();
            if (min == null || min.milliwatts() < 0) {
                // Nothing was measured, or it fed in: then what is always on cannot be told.
                lowest.clear();
                year.clear();
                time.setText("");
                return;
            }
            lowest.set(context.formats().power(min.milliwatts() / 1000.0));
            time.setText(context.formats().dates().exact(Instant.ofEpochSecond(min.epochSecond()).atZone(context.zone())));
            year.set(year(min.milliwatts() / 1e6 * YEAR_HOURS, figures, context));
        });
        Div of = new Div(label(texts.get("lowest")), lowest, time);
        Div makes = new Div(label(texts.get("year")), year);
        of.getStyle().set("margin-bottom", "16px");
        return new Panel("standby", texts.get("panel")).body(of, makes);
    }

    /** In money at the mean price of the period, where it has one and the page shows cost; else in kWh. */
    static Quantity year(double kilowattHours, HomeFigures figures, PanelContext context) {
        long imported = figures.totals().energy().imported();
        Optional<CostReport> report = figures.money().cost().filter(cost -> figures.shownUnit() == Unit.COST);
        Optional<Cost.Lines> lines = report.map(cost -> cost.totals().lines());
        if (lines.isEmpty() || imported == 0) {
            return context.formats().energy(kilowattHours);
        }
        BigDecimal price = lines.get().energy().divide(BigDecimal.valueOf(imported / Energy.PER_KWH), MathContext.DECIMAL64);
        return context.formats().money(price.multiply(BigDecimal.valueOf(kilowattHours)), report.get().currency());
    }

    private static Div label(String text) {
        Div label = new Div(text);
        label.addClassName("lab");
        return label;
    }

    private static Span small() {
        Span span = new Span();
        span.addClassNames("small", "mut");
        // Its line stays where it has nothing to say, so that nothing below it moves.
        span.getStyle().set("display", "block").set("min-height", "1lh");
        return span;
    }
}
