package org.opensem.web.access.internal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.opensem.access.Outcome;
import org.opensem.access.Owner;
import org.opensem.access.Question;
import org.opensem.access.Recovery;
import org.opensem.language.Message;
import org.opensem.settings.Fault;
import org.opensem.web.component.Panel;

/** The password, the question and the recovery codes. */
final class PasswordPanel extends Div {
    private static final String NONE = "none";

    private final Words words;
    private final Services services;
    private final Panel panel;

    PasswordPanel(Words words, Services services) {
        this.words = words;
        this.services = services;
        panel = new Panel("password", words.get("password"));
        add(panel);
        show();
    }

    private void show() {
        Owner owner = services.owner;
        Recovery recovery = services.recovery;
        if (owner == null || recovery == null) {
            panel.replaceBody(new Div(words.get("updating")));
        } else if (!owner.hasPassword()) {
            Anchor choose = new Anchor("welcome", words.get("password.choose"));
            choose.setRouterIgnore(true);
            panel.replaceBody(new Lines().line(words.get("password"), words.get("password.none"), choose));
        } else {
            String question = recovery.question().map(asked -> asked.message().in(words.locale()))
                    .orElseGet(() -> words.get("question.none"));
            panel.replaceBody(new Lines()
                    .line(words.get("password"), words.get("password.set"),
                            new Button(words.get("change"), event -> change(owner).open()))
                    .line(words.get("question"), question, new Button(words.get("change"), event -> ask(recovery).open()))
                    .line(words.get("codes"), words.get("codes.left", recovery.codesLeft()),
                            new Button(words.get("codes.renew"), event -> renew(recovery).open())));
        }
    }

    private Ask change(Owner owner) {
        Ask dialog = new Ask(words, "password.change", "password.change.line");
        Supplier<String> old = dialog.password("oldPassword", "password.old", false);
        Supplier<String> fresh = dialog.password("password", "password.new", true);
        Supplier<String> again = dialog.password("repeat", "password.repeat", true);
        return dialog.does("change", false, () -> {
            List<Fault> faults = new ArrayList<>(owner.check(fresh.get()));
            if (!fresh.get().equals(again.get())) {
                faults.add(new Fault("repeat", Message.of(PasswordPanel.class, "repeat.other")));
            }
            return faults.isEmpty() ? taken(owner.change(old.get(), fresh.get(), Words.visitor())) : faults;
        });
    }

    private List<Fault> taken(Outcome outcome) {
        outcome.session().ifPresent(Words::begin);
        if (outcome.isDone()) {
            show();
        }
        return outcome.faults();
    }

    private Ask ask(Recovery recovery) {
        Ask dialog = new Ask(words, "question.change", "");
        Supplier<String> old = dialog.password("oldPassword", "password", false);
        Select<String> choice = choice(recovery);
        TextField own = new TextField(words.get("question.own.label"));
        own.setVisible(Question.OWN.equals(choice.getValue()));
        own.setValue(recovery.question().map(Question::text).orElse(""));
        dialog.add(choice);
        dialog.put("question", own);
        Supplier<String> answer = dialog.text("answer", "answer");
        choice.addValueChangeListener(event -> own.setVisible(Question.OWN.equals(event.getValue())));
        return dialog.does("change", false, () -> taken(recovery.ask(old.get(), question(choice.getValue(), own.getValue()),
                answer.get(), Words.visitor())));
    }

    private Select<String> choice(Recovery recovery) {
        Select<String> choice = new Select<>();
        choice.setLabel(words.get("question"));
        List<String> keys = new ArrayList<>(Question.KEYS);
        keys.addAll(List.of(Question.OWN, NONE));
        choice.setItems(keys);
        Function<String, String> text = key -> Question.KEYS.contains(key) ? new Question(key, "").message().in(words.locale())
                : words.get("question." + key);
        choice.setItemLabelGenerator(text::apply);
        choice.setValue(recovery.question().map(Question::key).orElse(NONE));
        return choice;
    }

    private static Optional<Question> question(String key, String own) {
        return NONE.equals(key) ? Optional.empty() : Optional.of(new Question(key, Question.OWN.equals(key) ? own.strip() : ""));
    }

    private Ask renew(Recovery recovery) {
        Ask dialog = new Ask(words, "codes.renew", "codes.renew.line");
        Supplier<String> old = dialog.password("oldPassword", "password", false);
        return dialog.does("codes.renew", false, () -> {
            Outcome outcome = recovery.renewCodes(old.get(), Words.visitor());
            if (outcome.isDone()) {
                new Shown(words, "codes.title", "codes.line", outcome.codes()).open();
            }
            return taken(outcome);
        });
    }
}
