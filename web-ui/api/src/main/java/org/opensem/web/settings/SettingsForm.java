package org.opensem.web.settings;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.shared.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.opensem.language.Translations;
import org.opensem.settings.Fault;
import org.opensem.settings.Revision;
import org.opensem.settings.Settings;
import org.opensem.settings.SettingsException;
import org.opensem.web.Asset;

/**
 * The form of a group of settings: head, body, something beside it, and the bar that saves. It reads the group's document, checks
 * every change by the group's own rules, shows each fault beside its field, and writes the document as a whole or not at all.
 *
 * <p>Make the fields with {@link #fields} and put them where they belong. A section whose fields depend on the document makes
 * them in {@link #onLoad}.
 */
public final class SettingsForm extends Div {
    private static final Asset STYLE = Asset.of(SettingsForm.class, "settings/form.css");
    private static final String ORIGIN = "console";

    private final SectionContext context;
    private final String group;
    private final String title;
    private final Translations texts;
    private final Review review;
    private final SaveBar bar;
    private final Div actions = new Div();
    private final Div above = new Div();
    private final Div body = new Div();
    private final Aside aside = new Aside();
    private final Div away;
    private final Button history;
    private final List<Runnable> loadListeners = new ArrayList<>();
    private final List<Runnable> editListeners = new ArrayList<>();
    private Draft draft = new Draft(Map.of());
    private FieldGuide guide = path -> path;
    private Long revision;
    private boolean loaded;

    /**
     * @param group id of the group of settings
     * @param title the section's
     */
    public SettingsForm(SectionContext context, String group, String title) {
        this.context = context;
        this.group = group;
        this.title = title;
        texts = Translations.of(SettingsForm.class, context.locale());
        review = new Review(context.locale());
        bar = new SaveBar(texts, this::discard, () -> save(false), () -> save(true));
        history = new Button(texts.get("history"), event -> openHistory());
        history.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        away = away();
        addClassName("settings-form");
        H1 heading = new H1(title);
        Div grow = new Div();
        grow.addClassName("grow");
        actions.addClassName("right");
        actions.add(history);
        Div head = new Div(heading, grow, actions);
        head.addClassName("head");
        above.addClassName("above");
        body.addClassName("stack");
        aside.addClassName("stack");
        aside.getElement().setAttribute("aria-label", texts.get("aside"));
        Div columns = new Div(body);
        columns.addClassName("cols");
        add(head, away, above, columns, bar);
        context.onGroups(this::groupsChanged);
        read(this::showAvailability);
    }

    private Div away() {
        Div said = new Div(texts.get("away"));
        said.addClassNames("card", "mut");
        said.getElement().setAttribute("role", "status");
        return said;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        STYLE.loadStyleSheet(event.getUI());
    }

    /** Adds at the right of the title, behind "History". */
    public SettingsForm actions(Component... components) {
        actions.add(components);
        return this;
    }

    /** Adds between head and body, over the whole width. */
    public SettingsForm above(Component... components) {
        above.add(components);
        return this;
    }

    /** Adds to the body, as a rule panels. */
    public SettingsForm body(Component... components) {
        body.add(components);
        return this;
    }

    /** Adds beside the body: a worked example, a live value. */
    public SettingsForm aside(Component... components) {
        aside.add(components);
        body.getParent().ifPresent(columns -> ((Div) columns).add(aside));
        return this;
    }

    /** Makes fields at the document's root. */
    public FormFields fields() {
        return fields("");
    }

    FormFields fields(String prefix) {
        return new FormFields(this, prefix);
    }

    /** The document as it is being edited. After changing it other than by a field, call {@link #edited}. */
    public Draft draft() {
        return draft;
    }

    /** Called after each reading of the document: at first, after saving, discarding and restoring; now too, if it is read. */
    public void onLoad(Runnable listener) {
        loadListeners.add(listener);
        if (loaded) {
            listener.run();
        }
    }

    /** Called after each change of the draft by the user. */
    public void onEdit(Runnable listener) {
        editListeners.add(listener);
    }

    /** What the section knows of fields that are not on the page. */
    public void guide(FieldGuide newGuide) {
        guide = newGuide;
    }

    /** Says that the draft was changed. */
    public void edited() {
        review();
        editListeners.forEach(Runnable::run);
    }

    /** Opens a dialog that goes with the form, so that nothing of its bundle stays when it is updated. */
    public void open(Dialog dialog) {
        Registration leaving = addDetachListener(event -> dialog.close());
        dialog.addClosedListener(event -> leaving.remove());
        dialog.open();
    }

    SectionContext context() {
        return context;
    }

    Translations texts() {
        return texts;
    }

    /** Puts a value at a path as if it had been entered there: every field of that path shows it. */
    public void put(String path, Object value) {
        draft.put(path, value);
        review.show(path, draft);
        edited();
    }

    void bind(Binding<?> binding) {
        review.add(binding);
        binding.connect(this::draft, () -> {
            review.showBeside(binding, draft);
            edited();
        }, this::review);
        binding.load(draft);
    }

    void bind(FaultText place) {
        review.add(place);
    }

    void unbind(Binding<?> binding) {
        review.remove(binding);
    }

    void unbind(FaultText place) {
        review.remove(place);
    }

    private void read(Runnable otherwise) {
        // The revision comes first: what others save between the two is then asked about, and not lost by saving over it.
        Long before = newest().map(Revision::number).orElse(null);
        context.settings().flatMap(settings -> settings.read(group))
                .ifPresentOrElse(document -> begin(document, before), otherwise);
    }

    private void begin(Map<String, Object> document, Long number) {
        context.unsaved(false);
        draft = new Draft(document);
        revision = number;
        loaded = true;
        review.begin(draft);
        showAvailability();
        bar.clean();
        loadListeners.forEach(Runnable::run);
        review();
    }

    private Optional<Revision> newest() {
        return context.settings().flatMap(settings -> settings.history(group).stream().findFirst());
    }

    private void showAvailability() {
        away.setVisible(!loaded);
        above.setVisible(loaded);
        body.setVisible(loaded);
        aside.setVisible(loaded);
        history.setEnabled(loaded);
    }

    private void groupsChanged() {
        if (!loaded) {
            read(this::showAvailability);
        }
    }

    private void review() {
        List<Fault> faults = new ArrayList<>(draft.unreadable());
        context.settings().ifPresent(settings -> faults.addAll(check(settings)));
        show(faults);
    }

    private List<Fault> check(Settings settings) {
        try {
            return settings.check(group, draft.document());
        } catch (IllegalArgumentException e) {
            // The group is being updated; what is wrong is told when it is back.
            return List.of();
        }
    }

    private void show(List<Fault> faults) {
        boolean changed = draft.isChanged();
        bar.show(changed, review.show(faults), guide);
        context.unsaved(changed);
    }

    private void discard() {
        read(bar::away);
    }

    /** @param over whether what others have saved in the meantime may be lost */
    private void save(boolean over) {
        review.insist();
        Optional<Settings> settings = context.settings().filter(service -> service.groups().contains(group));
        if (!draft.unreadable().isEmpty()) {
            review();
            bar.focusFault();
        } else if (settings.isEmpty()) {
            bar.away();
        } else if (!over && isOutdated()) {
            newest().ifPresent(newest -> bar.outdated(new When(context, texts).of(newest)));
        } else {
            write(settings.get());
        }
    }

    private boolean isOutdated() {
        return newest().filter(found -> !Objects.equals(found.number(), revision)).isPresent();
    }

    private void write(Settings settings) {
        try {
            List<Fault> faults = settings.write(group, draft.document(), ORIGIN);
            if (faults.isEmpty()) {
                discard();
                bar.saved();
            } else {
                show(faults);
                bar.focusFault();
            }
        } catch (SettingsException e) {
            bar.failed(e.text().in(context.locale()));
        } catch (IllegalArgumentException e) {
            bar.away();
        }
    }

    private void openHistory() {
        context.settings().ifPresentOrElse(settings -> open(new HistoryDialog(texts.get("history.title", title), context, texts,
                path -> review.name(path, guide), guide, settings.history(group), draft.isChanged(),
                number -> restore(settings, number))), bar::away);
    }

    private String restore(Settings settings, long number) {
        try {
            List<Fault> faults = settings.restore(group, number, ORIGIN);
            if (!faults.isEmpty()) {
                return texts.get("history.unfit", faults.getFirst().message().in(context.locale()));
            }
        } catch (SettingsException e) {
            return e.text().in(context.locale());
        } catch (IllegalArgumentException e) {
            return texts.get("away");
        }
        discard();
        bar.saved();
        return "";
    }
}
