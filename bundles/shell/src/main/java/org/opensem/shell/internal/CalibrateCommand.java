package org.opensem.shell.internal;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.table.ShellTable;
import org.opensem.aggregation.CorrectionFactors.Step;
import org.opensem.aggregation.TwoReadings;
import org.opensem.settings.Fault;
import org.opensem.settings.Settings;

/** {@code sem:calibrate} (E4). */
@Service
@Command(scope = "sem", name = "calibrate",
        description = "Shows the correction factors and the corrected meter reading, or sets a factor.")
public final class CalibrateCommand extends SemCommand {
    private static final String GROUP = "calibration";

    @Reference(optional = true)
    Settings settings;

    @Argument(index = 0, name = "factor", multiValued = true, valueToShowInHelp = "",
            description = "The factor, 0.5 to 1.5; with --readings four readings: the house's meter, first and second time, then "
                    + "what openSEM showed, first and second time")
    List<String> values = new ArrayList<>();

    @Option(name = "-f", aliases = "--from", valueToShowInHelp = "for all of history",
            description = "The local day from which on the factor holds, like 2026-11-22; earlier factors stay")
    @Completion(DateCompleter.class)
    String from;

    @Option(name = "-r", aliases = "--readings", description = "Computes the factor from two readings of both meters")
    boolean readings;

    @Override
    public Object execute() throws CommandException {
        takeDate();
        if (!values.isEmpty()) {
            set(readings ? ofReadings() : factor());
        } else if (readings || from != null) {
            throw refusal(readings ? "Give four readings" : "Give a factor, too");
        }
        show();
        return null;
    }

    /** Karaf takes options before arguments only; {@code sem:calibrate 0.97 --from 2026-11-01} is what people type. */
    private void takeDate() throws CommandException {
        int option = Math.max(values.indexOf("--from"), values.indexOf("-f"));
        if (option >= 0) {
            if (option + 2 != values.size()) {
                throw refusal("Give one day after --from");
            }
            from = values.getLast();
            values = values.subList(0, option);
        }
    }

    private BigDecimal factor() throws CommandException {
        if (values.size() > 1) {
            throw refusal("Give one factor, or --readings and four readings");
        }
        return number(values.getFirst());
    }

    private BigDecimal ofReadings() throws CommandException {
        if (values.size() != 4) {
            throw refusal("Give four readings");
        }
        TwoReadings two = new TwoReadings(
                number(values.get(0)), number(values.get(1)), number(values.get(2)), number(values.get(3)));
        BigDecimal inForce = factors(false).at(clock().now().getEpochSecond());
        Set<TwoReadings.Fault> faults = two.faults(inForce);
        if (!faults.isEmpty()) {
            throw refusal(faults.stream().map(CalibrateCommand::text).collect(Collectors.joining("; ")));
        }
        return two.factor(inForce);
    }

    private static String text(TwoReadings.Fault fault) {
        return switch (fault) {
            case METER_EQUAL -> "The house's meter stands where it stood";
            case METER_BELOW -> "The second reading of the house's meter is below the first";
            case SHOWN_EQUAL -> "What openSEM showed stands where it stood";
            case SHOWN_BELOW -> "The second reading of what openSEM showed is below the first";
            case OUT_OF_RANGE -> "The factor would not lie between 0.5 and 1.5: are the readings in the right order?";
        };
    }

    private static BigDecimal number(String text) throws CommandException {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw refusal("\"" + text + "\" is no number");
        }
    }

    private void set(BigDecimal factor) throws CommandException {
        Settings all = need(settings, "settings service");
        Optional<Map<String, Object>> before = all.read(GROUP);
        Map<String, Object> document = new LinkedHashMap<>(need(before.orElse(null), "calibration"));
        document.put("factor", factor);
        document.put("validFrom", from == null ? null : day().toString());
        List<Fault> faults = all.write(GROUP, document, "shell");
        if (!faults.isEmpty()) {
            throw refusal(faults.stream().map(fault -> fault.field() + ": " + fault.message().in(language()))
                    .collect(Collectors.joining("; ")));
        }
    }

    private LocalDate day() throws CommandException {
        try {
            return LocalDate.parse(from);
        } catch (DateTimeException e) {
            throw refusal("\"" + from + "\" is no day like 2026-11-22");
        }
    }

    private void show() throws CommandException {
        ZoneId zone = clock().zone();
        List<Step> steps = factors(false).steps();
        BigDecimal inForce = factors(false).at(clock().now().getEpochSecond());
        ShellTable table = new ShellTable();
        table.column("Factor").alignRight();
        table.column("Valid from");
        table.emptyTableText("Nothing is corrected");
        for (Step step : steps) {
            table.addRow().addContent(step.factor().stripTrailingZeros().toPlainString(),
                    step.from() == Long.MIN_VALUE ? "always" : Show.time(step.from(), zone));
        }
        table.print(out());
        out().println("factor now " + inForce.stripTrailingZeros().toPlainString() + ", meter reading " + reading());
    }

    private String reading() {
        Optional<Map<String, Object>> facts = Optional.ofNullable(settings).flatMap(all -> all.read(GROUP));
        return facts.map(all -> all.get("reading")).filter(Map.class::isInstance).map(Map.class::cast)
                .map(known -> known.get("kWh") + " kWh at " + known.get("time")).orElse(Show.NOTHING);
    }
}
