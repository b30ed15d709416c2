package org.opensem.web.settings;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.opensem.language.Translations;
import org.opensem.web.Icons;
import org.opensem.web.settings.Review.Told;

/** Says whether everything is saved and what is in the way, and saves. Not seen while there is nothing to say. */
final class SaveBar extends Div {
    private final Translations texts;
    private final Runnable saver;
    private final Runnable overwriter;
    private final Div said = new Div();
    private final Button discard;
    private final Button save;
    private List<Told> told = List.of();
    private boolean overwriting;
    private List<Told> drawn;

    SaveBar(Translations texts, Runnable discarder, Runnable saver, Runnable overwriter) {
        this.texts = texts;
        this.saver = saver;
        this.overwriter = overwriter;
        discard = new Button(texts.get("discard"), event -> discarder.run());
        discard.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        save = new Button(texts.get("save"), event -> (overwriting ? this.overwriter : this.saver).run());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        addClassName("savebar");
        said.addClassName("said");
        said.getElement().setAttribute("role", "status");
        add(said, discard, save);
        clean();
    }

    /** Nothing to save. */
    void clean() {
        told = List.of();
        drawn = null;
        overwrite(false);
        setVisible(false);
    }

    /** @param faults those that are told */
    void show(boolean changed, List<Told> faults, FieldGuide guide) {
        if (faults.equals(drawn)) {
            // Drawn anew, it would lose the click of somebody who is pressing a name in it.
            return;
        }
        told = faults;
        overwrite(false);
        if (faults.isEmpty()) {
            if (changed) {
                say("", texts.get("unsaved"), true);
            } else {
                clean();
            }
            return;
        }
        say("bad", texts.get(faults.size() == 1 ? "fault.one" : "fault.many", faults.size()), true);
        for (int i = 0; i < faults.size(); i++) {
            NativeButton field = fault(faults.get(i), guide);
            boolean last = i + 1 == faults.size();
            said.add(field, new Span(!last ? ", " : field.getText().endsWith(".") ? "" : "."));
        }
        drawn = faults;
    }

    private NativeButton fault(Told fault, FieldGuide guide) {
        String name = fault.binding() != null ? fault.binding().name() : guide.name(fault.path());
        NativeButton button = new NativeButton(fault.placed() ? name : texts.get("fault.elsewhere", name, fault.message()));
        button.addClassName("link");
        button.addClickListener(event -> {
            if (fault.binding() != null) {
                fault.binding().focus();
            } else {
                guide.show(fault.path());
            }
        });
        return button;
    }

    /** Leads to the first fault. */
    void focusFault() {
        told.stream().filter(fault -> fault.binding() != null).findFirst().ifPresent(fault -> fault.binding().focus());
    }

    void saved() {
        say("good", texts.get("saved"), false);
    }

    /** The group's bundle, or the one that keeps settings, is being updated. */
    void away() {
        say("warn", texts.get("away.save"), true);
    }

    /** Somebody else has saved since this form was opened. */
    void outdated(String when) {
        say("warn", texts.get("outdated", when), true);
        overwrite(true);
    }

    void failed(String text) {
        say("bad", text, true);
    }

    private void say(String tone, String text, boolean open) {
        drawn = null;
        setVisible(true);
        said.removeAll();
        said.setClassName("said " + tone);
        if (!tone.isEmpty()) {
            said.add(Icons.of(tone.equals("good") ? "check" : "warn"));
        }
        said.add(new Span(text + " "));
        discard.setVisible(open);
        save.setVisible(open);
    }

    private void overwrite(boolean on) {
        overwriting = on;
        discard.setText(texts.get(on ? "reload" : "discard"));
        save.setText(texts.get(on ? "overwrite" : "save"));
    }
}
