package org.opensem.web.settings.internal.tariff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.opensem.aggregation.EnergyService;
import org.opensem.web.Icons;
import org.opensem.web.component.Banner;
import org.opensem.web.settings.SectionContext;
import org.opensem.web.settings.SettingsForm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tariff's form: the versions in time, and the one that is chosen in fields. Which one stands in the address. */
final class TariffEditor {
    private static final Logger LOG = LoggerFactory.getLogger(TariffEditor.class);
    private static final String VERSION = "version";

    private final SectionContext context;
    private final TariffWords words;
    private final TariffServices services;
    private final Supplier<ZonedDateTime> clock;
    private final SettingsForm form;
    private final TimelineBar timeline;
    private final PricesPanel prices;
    private final WindowsPanel windows;
    private final TermsPanel terms;
    private final ContractPanel contract;
    private final ExamplePanel example;
    private final NowPanel now;
    private final Div none = new Div();
    private final Banner sample = new Banner();
    private final AtomicBoolean monthAsked = new AtomicBoolean();
    private TariffDraft tariff;
    private Units units;
    private int selected = -1;

    TariffEditor(SectionContext context, TariffWords words, TariffServices services, Supplier<ZonedDateTime> clock) {
        this.context = context;
        this.words = words;
        this.services = services;
        this.clock = clock;
        form = new SettingsForm(context, TariffSection.GROUP, words.get("title"));
        timeline = new TimelineBar(words, this::choose);
        prices = new PricesPanel(form, words, this::remade);
        windows = new WindowsPanel(form, words);
        terms = new TermsPanel(form, words, this::moved, this::removed);
        contract = new ContractPanel(form, words);
        example = new ExamplePanel(words);
        now = new NowPanel(words);
        form.guide(new TariffGuide(words, () -> tariff, () -> units, this::reveal));
        form.actions(new Button(words.get("new.open"), Icons.of("plus"), event -> askForNew()));
        form.above(sample, timeline, none());
        form.body(prices.panel(), windows.panel(), terms.panel(), contract.panel());
        form.aside(example.panel(), now);
        form.onLoad(this::load);
        form.onEdit(this::edited);
        context.onState(state -> arrive());
        context.onLive(sample -> tick());
        context.onGroups(this::readMonth);
        form.addAttachListener(event -> readMonth());
    }

    private Div none() {
        Span title = new Span(words.get("none.title"));
        title.addClassName("strong");
        none.add(Icons.of("price"), title, new Paragraph(words.get("none")),
                new Button(words.get("none.step"), event -> askForNew()));
        none.addClassNames("card", "say");
        return none;
    }

    Component component() {
        return form;
    }

    private LocalDate today() {
        return clock.get().toLocalDate();
    }

    private void load() {
        tariff = new TariffDraft(form.draft());
        selected = named().orElseGet(this::initial);
        sample.tell(services.isExample() ? words.get("sample") : "", false);
        draw();
        tick();
    }

    /** The version that the address names. */
    private Optional<Integer> named() {
        String day = context.state().getOrDefault(VERSION, "");
        return IntStream.range(0, tariff.versions()).boxed()
                .filter(i -> tariff.from(i).map(LocalDate::toString).filter(day::equals).isPresent()).findFirst();
    }

    private int initial() {
        return Math.min(Math.max(tariff.on(today()), 0), tariff.versions() - 1);
    }

    private void arrive() {
        if (tariff != null) {
            int asked = named().orElseGet(this::initial);
            if (asked != selected) {
                selected = asked;
                draw();
                form.edited();
            }
        }
    }

    private void choose(int version) {
        selected = version;
        draw();
        form.edited();
        tariff.from(version).ifPresent(day -> context.go(Map.of(VERSION, day.toString())));
    }

    private void reveal(int version, int window) {
        choose(version);
        if (window >= 0) {
            windows.reveal(tariff, window);
        }
    }

    /** Makes the fields of the chosen version. */
    private void draw() {
        units = new Units(tariff.currency(), words.formats(), words.texts());
        boolean any = selected >= 0;
        none.setVisible(!any);
        prices.panel().setVisible(any);
        terms.panel().setVisible(any);
        windows.panel().setVisible(any);
        example.panel().setVisible(any);
        if (any) {
            prices.show(tariff, units, selected);
            windows.show(tariff, selected);
            terms.show(units, selected);
        }
        update();
    }

    private void update() {
        timeline.show(tariff, units, today(), selected);
        if (selected >= 0) {
            prices.edited(tariff);
            example.show(tariff, units, selected);
        }
    }

    private void edited() {
        if (!tariff.currency().equals(units.currency())) {
            draw();
        } else {
            if (selected >= 0 && tariff.twoRates(selected)) {
                windows.edited(tariff);
            }
            update();
        }
    }

    /** The version has other fields now. */
    private void remade() {
        draw();
        form.edited();
    }

    /** The version begins on another day now. */
    private void moved() {
        choose(tariff.sort(selected));
    }

    private void removed() {
        tariff.remove(selected);
        choose(Math.min(selected, tariff.versions() - 1));
    }

    private void askForNew() {
        LocalDate first = today().withDayOfMonth(1);
        LocalDate proposed = tariff.versions() == 0 ? first.withDayOfYear(1) : first.plusMonths(1);
        while (tariff.hasFrom(proposed)) {
            proposed = proposed.plusMonths(1);
        }
        form.open(new NewPriceDialog(words, proposed, tariff::hasFrom, day -> choose(tariff.add(day))));
    }

    private void tick() {
        ZonedDateTime time = clock.get();
        now.show(services.tariff(), time);
        windows.now(time);
    }

    /** Reads what the last month used, away from the page's lock; what is away is asked again until it answers. */
    private void readMonth() {
        Optional<UI> page = form.getUI();
        Optional<EnergyService> energy = services.energy();
        if (page.isPresent() && energy.isPresent() && monthAsked.compareAndSet(false, true)) {
            Thread.ofVirtual().name("opensem-settings-month")
                    .start(() -> monthAsked.set(isMonthRead(page.get(), energy.get())));
        }
    }

    private boolean isMonthRead(UI page, EnergyService energy) {
        try {
            MonthUse month = MonthUse.before(clock.get(), energy);
            page.access(() -> {
                example.use(month);
                if (tariff != null && selected >= 0) {
                    example.show(tariff, units, selected);
                }
            });
            return true;
        } catch (UIDetachedException e) {
            LOG.trace("The page has gone", e);
        } catch (RuntimeException | LinkageError e) {
            LOG.debug("The last month is not to be had now: its store is being updated", e);
        }
        return false;
    }
}
