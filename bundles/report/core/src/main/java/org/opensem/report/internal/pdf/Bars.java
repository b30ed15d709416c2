package org.opensem.report.internal.pdf;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.opensem.language.Dates;
import org.opensem.language.Formats;
import org.opensem.report.Report.Bar;
import org.opensem.report.Report.BarChart;
import org.opensem.report.Report.Series;
import org.opensem.report.internal.pdf.Sheet.Type;

/** Draws stacked bars with their legend, by the console's rules: horizontal lines only, from 0 up, a gap hatched. */
final class Bars {
    private static final float HEAD = 26;
    private static final float FOOT = 14;
    private static final float AXIS = 26;
    private static final float GAP_SHARE = 0.28f;
    private static final float CAP = 8;
    private static final double[] STEPS = {1, 2, 2.5, 5, 10};
    private static final int MOST_STEPS = 5;
    private static final Type TITLE = Type.strong(9, Palette.INK);
    private static final Type LABEL = Type.plain(7.5f, Palette.INK3);
    private static final Type LEGEND = Type.plain(8, Palette.INK2);

    private final BarChart chart;
    private final Locale locale;
    private final Formats formats;
    private final double step;
    private final int steps;

    Bars(BarChart chart, Locale locale) {
        this.chart = chart;
        this.locale = locale;
        formats = Formats.of(locale);
        double top = chart.bars().stream().filter(bar -> bar.values() != null).mapToDouble(Bars::sum).max().orElse(0);
        double high = top > 0 ? top : 1;
        double ten = Math.pow(10, Math.floor(Math.log10(high / 3)));
        step = DoubleStream.of(STEPS).map(factor -> factor * ten).filter(s -> Math.ceil(high / s - 1e-9) <= MOST_STEPS)
                .findFirst().orElse(10 * ten);
        steps = (int) Math.ceil(high / step - 1e-9);
    }

    private static double sum(Bar bar) {
        return bar.values().stream().mapToDouble(BigDecimal::doubleValue).sum();
    }

    void write(Flow flow, float height) throws IOException {
        Sheet sheet = flow.sheet();
        head(sheet, flow.y() + 9);
        float top = flow.y() + HEAD;
        float plot = height - HEAD - FOOT;
        float left = sheet.left() + AXIS;
        for (int i = 0; i <= steps; i++) {
            float y = top + plot * (steps - i) / steps;
            sheet.line(left, sheet.right(), y, i == 0 ? Palette.AXIS : Palette.LINE, 0.6f);
            sheet.textRight(formats.number(i * step, places()), left - 5, y + 2.5f, LABEL);
        }
        float each = (sheet.right() - left) / chart.bars().size();
        int every = every(sheet, each);
        for (int i = 0; i < chart.bars().size(); i++) {
            Bar bar = chart.bars().get(i);
            float x = left + each * i;
            bar(sheet, bar, x + each * GAP_SHARE / 2, each * (1 - GAP_SHARE), top, plot);
            if (ordinal(bar, i) % every == 0) {
                sheet.textCentre(label(bar.span().start()), x + each / 2, top + plot + 10, LABEL);
            }
        }
        flow.down(height);
    }

    private void head(Sheet sheet, float line) throws IOException {
        sheet.text(chart.title().in(locale), sheet.left(), line, TITLE);
        float x = sheet.right();
        for (Series series : chart.series().reversed()) {
            String name = series.name().in(locale);
            x -= sheet.width(name, LEGEND);
            sheet.text(name, x, line, LEGEND);
            x -= 10;
            sheet.fill(x, line - 5.8f, 6, 6, Palette.of(series.role()));
            x -= 12;
        }
    }

    private void bar(Sheet sheet, Bar bar, float x, float width, float top, float plot) throws IOException {
        float y = top + plot;
        if (bar.values() != null) {
            List<BigDecimal> values = bar.values();
            for (int i = 0; i < values.size(); i++) {
                float height = (float) (plot * values.get(i).doubleValue() / (step * steps));
                y -= height;
                sheet.fill(x, y, width, height, Palette.of(chart.series().get(i).role()));
            }
        }
        if (bar.gap()) {
            sheet.hatch(x, y - CAP, width, CAP, Palette.GAP);
        }
    }

    private int places() {
        double size = Math.log10(step);
        int places = Math.max(0, (int) Math.ceil(-size - 1e-9));
        boolean half = Math.abs(step / Math.pow(10, Math.floor(size + 1e-9)) - 2.5) < 1e-6;
        return half && step < 10 ? places + 1 : places;
    }

    /** An hour that comes twice has one place among the labels. */
    private int ordinal(Bar bar, int index) {
        return bar.span().seconds() <= 3600 ? bar.span().start().getHour() : index;
    }

    private int every(Sheet sheet, float each) {
        float longest = (float) chart.bars().stream().mapToDouble(bar -> sheet.width(label(bar.span().start()), LABEL)).max()
                .orElse(0) + 10;
        for (int every : new int[] {1, 2, 3, 4, 6, 12}) {
            if (every * each >= longest) {
                return every;
            }
        }
        return 24;
    }

    private String label(ZonedDateTime start) {
        boolean hours = chart.bars().getFirst().span().seconds() <= 3600;
        Dates dates = formats.dates();
        if (hours) {
            return dates.time(start.toLocalTime()).replace(":00\u00a0", "\u00a0");
        }
        boolean months = chart.bars().getFirst().span().seconds() > 26 * 3600;
        return months ? DateTimeFormatter.ofPattern("LLL", locale).format(start) : dates.dayAndMonth(start.toLocalDate());
    }
}
