package org.opensem.web.overview.internal;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.opensem.aggregation.AggregationStatus;
import org.opensem.aggregation.EnergyService;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;
import org.opensem.language.Message;
import org.opensem.report.Amounts;
import org.opensem.report.Cell;
import org.opensem.report.DayHours;
import org.opensem.report.Overview;
import org.opensem.report.Overview.ColumnKind;
import org.opensem.report.OverviewRow;
import org.opensem.report.OverviewService;
import org.opensem.report.Pricing;
import org.opensem.report.Report;
import org.opensem.report.ReportFormat;
import org.opensem.report.Stretch;

/** An overview in which every day has base load 1, switched load 2 and base price 0.5, and an hour a twentieth of that. */
final class FakeSource implements Source, OverviewService {
    Instant now = Instant.parse("2026-11-19T19:47:12Z");
    Pricing pricing = Pricing.in(Currency.getInstance("EUR"));
    OptionalLong first = OptionalLong.of(1);
    boolean away;
    AggregationStatus status = new AggregationStatus(0, false);
    BigDecimal factor = BigDecimal.ONE;
    List<ReportFormat.Descriptor> formats = List.of(new ReportFormat.Descriptor("csv", "CSV", "text/csv", "csv"),
            new ReportFormat.Descriptor("pdf", "PDF", "application/pdf", "pdf"));

    @Override
    public Optional<OverviewService> overviews() {
        return away ? Optional.empty() : Optional.of(this);
    }

    @Override
    public Optional<EnergyService> energy() {
        return Optional.of((EnergyService) Proxy.newProxyInstance(EnergyService.class.getClassLoader(),
                new Class<?>[] {EnergyService.class}, (proxy, method, values) -> status));
    }

    @Override
    public List<ReportFormat.Descriptor> formats() {
        return formats;
    }

    @Override
    public Instant now() {
        return now;
    }

    private Map<OverviewRow, Amounts> amounts(String share) {
        BigDecimal part = new BigDecimal(share).multiply(factor);
        Map<OverviewRow, Amounts> amounts = new EnumMap<>(OverviewRow.class);
        amounts.put(OverviewRow.BASE, all(part));
        amounts.put(OverviewRow.SWITCHED, all(part.multiply(BigDecimal.TWO)));
        BigDecimal price = pricing.known() ? part.movePointRight(1).divide(new BigDecimal("20")) : null;
        amounts.put(OverviewRow.BASE_PRICE, new Amounts(null, price, null));
        BigDecimal energy = part.multiply(new BigDecimal("3"));
        amounts.put(OverviewRow.TOTAL, price == null ? new Amounts(energy, null, null)
                : new Amounts(energy, energy.add(price), energy));
        return amounts;
    }

    private Amounts all(BigDecimal amount) {
        return new Amounts(amount, pricing.known() ? amount : null, pricing.known() ? amount : null);
    }

    @Override
    public Overview overview(LocalDate day, ZoneId zone) {
        List<Overview.Column> columns = new ArrayList<>();
        for (ColumnKind kind : ColumnKind.values()) {
            Period period = Period.of(PeriodKind.DAY, day.minusDays(kind.ordinal()).atStartOfDay(zone));
            columns.add(new Overview.Column(kind, period, stretch(period, amounts("1")), false));
        }
        return new Overview(day, now.atZone(zone), pricing, false, null, List.of(), first, columns);
    }

    private Stretch stretch(Period period, Map<OverviewRow, Amounts> amounts) {
        return new Stretch(period.span(), first.isEmpty() ? 0 : 3600, 0, false, first.isEmpty() ? Map.of() : amounts);
    }

    @Override
    public DayHours hours(LocalDate day, ZoneId zone) {
        Period period = Period.of(PeriodKind.DAY, day.atStartOfDay(zone));
        List<Stretch> hours = period.parts().stream().map(span -> new Stretch(span, span.start().getHour() == 3 ? 0 : 3600,
                span.start().getHour() == 3 ? 3600 : 0, span.start().getHour() == 20,
                span.start().getHour() == 3 ? Map.of() : amounts("0.05"))).toList();
        return new DayHours(period, pricing, stretch(period, amounts("1")), hours, first);
    }

    @Override
    public Report report(Overview overview, DayHours hours) {
        Message text = Message.plain("text");
        List<Report.Column> columns = overview.columns().stream().map(column -> new Report.Column(column.kind().name(),
                Message.plain(column.kind().name()), text, column.period().span())).toList();
        List<Report.Table> tables = Stream.of("cost", "energy", "co2").filter(id -> pricing.known() || id.equals("energy"))
                .map(id -> table(id, overview)).toList();
        return new Report("overview", text, text, hours.period().span(), overview.asOf(), "", List.of(), null, columns, tables,
                List.of(new Report.Note("demo", Message.plain("a demo")), new Report.Note("factor",
                        Message.plain("Korrekturfaktor 0,97."))));
    }

    private static Report.Table table(String id, Overview overview) {
        List<Report.Row> rows = Stream.of(OverviewRow.TOTAL, OverviewRow.BASE, OverviewRow.HEAT).map(row -> new Report.Row(
                row.name().toLowerCase(Locale.ROOT), Message.plain(row.name()), "", row == OverviewRow.HEAT ? Report.Style.IDLE
                        : Report.Style.PLAIN, overview.columns().stream().map(column -> Cell.of(Cell.Kind.ENERGY,
                                id.equals("cost") ? column.amounts(row).cost() : column.amounts(row).kilowattHours()))
                                        .toList())).toList();
        return new Report.Table(id, Message.plain(id), Cell.Kind.ENERGY, false,
                List.of(new Report.Section(Message.plain("all"), rows, null, null)));
    }
}
