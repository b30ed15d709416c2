package org.opensem.web.settings.internal.calibration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.slider.DecimalSlider;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.opensem.aggregation.CorrectionFactors;
import org.opensem.language.Translations;
import org.opensem.web.component.Panel;
import org.opensem.web.component.Segments;
import org.opensem.web.settings.Draft;
import org.opensem.web.settings.FormFields;
import org.opensem.web.settings.SectionContext;
import org.opensem.web.settings.SettingsForm;

/** The correction factor: as a number, with a slider, or from two readings; for all of history, or from a day on. */
final class CalibrationForm {
    private static final String FACTOR = "factor";
    private static final String FROM = "validFrom";
    private static final String ALWAYS = "always";
    private static final String DATED = "dated";
    private static final double STEP = 0.01;
    /** A reading stands still for five minutes. */
    private static final int REFRESH_SECONDS = 5;

    private final SectionContext context;
    private final Translations texts;
    private final SettingsForm form;
    private final ReadingPanel reading;
    private final Wizard wizard;
    private final FactorsPanel factors;
    private final Segments<String> scope;
    private final DatePicker from;
    private final Paragraph effect = new Paragraph();
    private int ticks;

    CalibrationForm(SectionContext context) {
        this.context = context;
        texts = Translations.of(CalibrationForm.class, context.locale());
        form = new SettingsForm(context, CalibrationSection.GROUP, texts.get("title"));
        FormFields fields = form.fields();
        reading = new ReadingPanel(texts, context.formats(), context.zone());
        wizard = new Wizard(context, texts, reading::kilowattHours, this::take);
        factors = new FactorsPanel(texts, context.formats());
        SequencedMap<String, String> scopes = new LinkedHashMap<>();
        scopes.put(ALWAYS, texts.get("scope.always"));
        scopes.put(DATED, texts.get("scope.dated"));
        scope = new Segments<>(texts.get("scope"), scopes, ALWAYS, this::scoped);
        from = fields.date(FROM, texts.get("from"));
        form.body(reading.panel(), factor(fields), wizard.panel());
        form.aside(ManualExample.panel(texts, context.formats()), factors.panel());
        form.onLoad(this::loaded);
        form.onEdit(this::edited);
        context.onLive(sample -> tick());
    }

    private Panel factor(FormFields fields) {
        double least = CorrectionFactors.LEAST.doubleValue();
        double most = CorrectionFactors.MOST.doubleValue();
        Component number = fields.number(FACTOR, texts.get("factor"), CalibrationSection.FACTOR);
        DecimalSlider slider = fields.slider(FACTOR, texts.get("slider"), least, most, STEP);
        // The number beside it has the label that is seen.
        slider.setLabel(null);
        slider.setAriaLabel(texts.get("slider"));
        Div scale = new Div();
        scale.addClassName("scale");
        scale.getElement().setAttribute("aria-hidden", "true");
        List.of(CorrectionFactors.LEAST, BigDecimal.ONE, CorrectionFactors.MOST)
                .forEach(mark -> scale.add(new Span(CalibrationSection.FACTOR.write(mark, context.locale()))));
        Div pull = new Div(number, new Div(slider, scale));
        pull.addClassName("pull");
        Div when = new Div(scope, from);
        when.addClassNames("row", "wrap", "when");
        effect.addClassName("effect");
        return new Panel(FACTOR, texts.get("factor")).body(pull, when, effect);
    }

    Component component() {
        return form;
    }

    private void loaded() {
        scope.setValue(form.draft().text(FROM).isPresent() ? DATED : ALWAYS);
        read();
        edited();
    }

    private void scoped(String chosen) {
        from.setVisible(DATED.equals(chosen));
        form.put(FROM, null);
    }

    private void edited() {
        from.setVisible(DATED.equals(scope.getValue()));
        Optional<BigDecimal> factor = form.draft().number(FACTOR);
        effect.setText(factor.map(f -> texts.get(from.isVisible() ? "effect.dated" : "effect",
                CalibrationSection.FACTOR.write(f, context.locale()))).orElse(""));
    }

    /** Takes over the factor of the wizard. */
    private void take(BigDecimal factor) {
        form.put(FACTOR, factor);
    }

    private void tick() {
        if (++ticks % REFRESH_SECONDS == 0) {
            read();
        }
    }

    /** The reading and the factors in force, which the draft of a form that is open for long does not know. */
    private void read() {
        Map<String, Object> document = context.settings().flatMap(settings -> settings.read(CalibrationSection.GROUP)).orElse(Map.of());
        Draft now = new Draft(document);
        reading.show(now);
        factors.show(now);
        wizard.inForce(now.number(FACTOR).orElse(BigDecimal.ONE));
    }
}
