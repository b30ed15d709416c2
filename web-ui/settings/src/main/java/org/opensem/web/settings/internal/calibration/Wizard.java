package org.opensem.web.settings.internal.calibration;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.opensem.aggregation.TwoReadings;
import org.opensem.aggregation.TwoReadings.Fault;
import org.opensem.language.Translations;
import org.opensem.web.component.Panel;
import org.opensem.web.settings.NumberStyle;
import org.opensem.web.settings.SectionContext;

/**
 * Works the factor out of two readings of both meters. Days lie between them, so the browser remembers the first; openSEM's own
 * readings can be taken over as they stand.
 */
final class Wizard {
    private static final NumberStyle KWH = NumberStyle.of("kWh");
    private static final NumberStyle PLAIN = NumberStyle.of("");
    private static final String FIRST = "first";

    private final SectionContext context;
    private final Translations texts;
    private final Supplier<Optional<BigDecimal>> shown;
    private final Map<Place, TextField> fields = new EnumMap<>(Place.class);
    private final Span result = new Span();
    private final Button take;
    private final Panel panel;
    private BigDecimal inForce = BigDecimal.ONE;
    private BigDecimal factor;

    /** A reading. */
    enum Place {
        METER_OLD,
        METER_NEW,
        SHOWN_OLD,
        SHOWN_NEW;

        boolean isFirst() {
            return this == METER_OLD || this == SHOWN_OLD;
        }
    }

    /**
     * @param shown what openSEM shows now
     * @param taken told of the factor that somebody takes over
     */
    Wizard(SectionContext context, Translations texts, Supplier<Optional<BigDecimal>> shown, Consumer<BigDecimal> taken) {
        this.context = context;
        this.texts = texts;
        this.shown = shown;
        take = new Button(texts.get("take"), event -> taken.accept(factor));
        result.getElement().setAttribute("role", "status");
        Div foot = new Div(result, take);
        foot.addClassNames("row", "wrap", "foot");
        panel = new Panel("wizard", texts.get("wizard")).body(new Paragraph(texts.get("wizard.hint")), grid(), foot);
        remembered();
        show();
    }

    private Div grid() {
        Div grid = new Div(new Span(), head("first"), head("second"));
        grid.addClassName("readings");
        grid.add(head("meter"), field(Place.METER_OLD, "meter", "first"), field(Place.METER_NEW, "meter", "second"));
        grid.add(head("shown"), withNow(Place.SHOWN_OLD, "first"), withNow(Place.SHOWN_NEW, "second"));
        return grid;
    }

    private Span head(String key) {
        Span head = new Span(texts.get(key));
        head.addClassName("lab");
        head.getElement().setAttribute("aria-hidden", "true");
        return head;
    }

    private TextField field(Place place, String row, String column) {
        TextField field = new TextField();
        field.setAriaLabel(texts.get(row) + ", " + texts.get(column));
        field.setSuffixComponent(new Span(KWH.unit()));
        field.setManualValidation(true);
        field.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        field.getElement().setAttribute("inputmode", "decimal");
        field.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                changed();
            }
        });
        fields.put(place, field);
        return field;
    }

    private Div withNow(Place place, String column) {
        TextField field = field(place, "shown", column);
        Button now = new Button(texts.get("now"), event -> shown.get().ifPresent(kilowattHours -> {
            field.setValue(KWH.write(kilowattHours, context.locale()));
            changed();
        }));
        now.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        now.setAriaLabel(texts.get("now.label", texts.get(column)));
        Div both = new Div(field, now);
        both.addClassName("taken");
        return both;
    }

    Panel panel() {
        return panel;
    }

    /** What openSEM shows is multiplied by this already. */
    void inForce(BigDecimal value) {
        if (value.compareTo(inForce) != 0) {
            inForce = value;
            show();
        }
    }

    private void changed() {
        context.remember(FIRST, plain(Place.METER_OLD) + "," + plain(Place.SHOWN_OLD));
        show();
    }

    private String plain(Place place) {
        return read(place).map(BigDecimal::toPlainString).filter(text -> text.length() <= 20).orElse("");
    }

    private void remembered() {
        String[] first = context.preference(FIRST, "").split(",", -1);
        if (first.length == 2) {
            remembered(Place.METER_OLD, first[0]);
            remembered(Place.SHOWN_OLD, first[1]);
        }
    }

    private void remembered(Place place, String plain) {
        KWH.read(plain, Locale.US).ifPresent(number -> fields.get(place).setValue(KWH.write(number, context.locale())));
    }

    private Optional<BigDecimal> read(Place place) {
        return KWH.read(fields.get(place).getValue(), context.locale());
    }

    private void show() {
        factor = null;
        fields.forEach((place, field) -> fault(field, field.getValue().isBlank() || read(place).isPresent() ? ""
                : texts.get("fault.number", KWH.write(new BigDecimal("198.2"), context.locale()))));
        boolean complete = fields.keySet().stream().allMatch(place -> read(place).isPresent());
        result.setText("");
        if (complete) {
            show(new TwoReadings(read(Place.METER_OLD).orElseThrow(), read(Place.METER_NEW).orElseThrow(),
                    read(Place.SHOWN_OLD).orElseThrow(), read(Place.SHOWN_NEW).orElseThrow()));
        }
        take.setVisible(factor != null);
        result.setClassName("bad", complete && factor == null);
    }

    private void show(TwoReadings readings) {
        Set<Fault> faults = readings.faults(inForce);
        for (Fault fault : faults) {
            String text = texts.get("fault." + fault);
            switch (fault) {
                case METER_EQUAL, METER_BELOW -> fault(fields.get(Place.METER_NEW), text);
                case SHOWN_EQUAL, SHOWN_BELOW -> fault(fields.get(Place.SHOWN_NEW), text);
                case OUT_OF_RANGE -> result.setText(text);
            }
        }
        if (faults.isEmpty()) {
            factor = readings.factor(inForce);
            String meter = PLAIN.write(readings.meterNew().subtract(readings.meterOld()), context.locale());
            String own = PLAIN.write(readings.shownNew().subtract(readings.shownOld()), context.locale());
            String worked = CalibrationSection.FACTOR.write(factor, context.locale());
            result.setText(inForce.compareTo(BigDecimal.ONE) == 0 ? texts.get("quotient", meter, own, worked)
                    : texts.get("quotient.again", meter, own, CalibrationSection.FACTOR.write(inForce, context.locale()), worked));
            take.setText(texts.get("take", worked));
        }
    }

    private static void fault(TextField field, String text) {
        field.setErrorMessage(text);
        field.setInvalid(!text.isEmpty());
    }
}
