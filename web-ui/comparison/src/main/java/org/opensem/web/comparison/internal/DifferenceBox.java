package org.opensem.web.comparison.internal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opensem.aggregation.PeriodKind;
import org.opensem.language.Quantity;
import org.opensem.tariff.Comparison.Difference;
import org.opensem.web.Unit;
import org.opensem.web.component.Figure;

/** The difference at a glance, and what is to be known about it: a period that is running, or not wholly measured (T4). */
final class DifferenceBox extends Div {
    private final Words words;
    private final Figure figure = Figure.sized("fig", "m");
    private final Div remark = new Div();
    private List<String> told = List.of();

    DifferenceBox(Words words) {
        this.words = words;
        addClassNames("pick", "sum");
        Span label = new Span(words.get("difference"));
        label.addClassName("what");
        Div left = new Div(label, figure);
        left.addClassName("grow");
        remark.addClassNames("remark", "mut");
        add(left, remark);
    }

    void show(Shot shot, Unit unit) {
        Difference difference = switch (unit) {
            case COST -> shot.comparison().cost();
            case ENERGY -> shot.comparison().kilowattHours();
            case CO2 -> shot.comparison().co2Kg();
        };
        Optional<Quantity> more = written(shot, unit, difference.absolute());
        more.ifPresentOrElse(figure::set, figure::clear);
        words.tint(figure, more);
        List<String> now = remarks(shot);
        if (!now.equals(told)) {
            told = now;
            remark.removeAll();
            told.forEach(text -> remark.add(new Div(text)));
        }
    }

    private Optional<Quantity> written(Shot shot, Unit unit, BigDecimal absolute) {
        if (absolute == null) {
            return Optional.empty();
        }
        return Optional.of(switch (unit) {
            case COST -> words.formats().moneyDifference(absolute, shot.currency().orElseThrow());
            case ENERGY -> words.energyDifference(shot, absolute.doubleValue());
            case CO2 -> words.co2Difference(absolute.doubleValue());
        });
    }

    private List<String> remarks(Shot shot) {
        PeriodKind kind = shot.period().period().kind();
        List<String> remarks = new ArrayList<>();
        boolean both = shot.period().running() && shot.against().running();
        if (shot.period().running() && !both) {
            remarks.add(words.get("running." + kind, words.until(kind, shot.period().now())));
        } else if (shot.against().running() && !both) {
            remarks.add(words.get("against.running", words.until(kind, shot.against().now())));
        }
        for (Side side : List.of(shot.period(), shot.against())) {
            String name = words.brief(side.period());
            if (!side.measured()) {
                remarks.add(words.get("none", name));
            } else if (side.beganWithin()) {
                remarks.add(words.get("began", name));
            } else if (side.missing() > 0) {
                remarks.add(words.get("part", name, words.formats().share(covered(side))));
            }
        }
        return remarks;
    }

    /** Of the part that is over. Never rounded up to all of it. */
    private static double covered(Side side) {
        double covered = side.totals().coveredSeconds();
        return Math.min(0.999, covered / (covered + side.missing()));
    }
}
