package org.opensem.web.access.internal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
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

/** The password, the question and the recovery codes. */
final class PasswordPanel extends LivePanel<PasswordPanel.Content> {
    private static final String NONE = "none";

    private final Words words;
    private final Services services;

    record Content(boolean hasPassword, Optional<Question> question, int codesLeft) {}

    PasswordPanel(Words words, Services services) {
        super(words, "password", "password");
        this.words = words;
        this.services = services;
        refresh();
    }

    @Override
    Optional<Content> read() {
        Owner owner = services.owner;
        Recovery recovery = services.recovery;
        return owner == null || recovery == null ? Optional.empty()
                : Optional.of(new Content(owner.hasPassword(), recovery.question(), recovery.codesLeft()));
    }

    @Override
    List<Component> draw(Content content) {
        if (!content.hasPassword()) {
            Anchor choose = new Anchor("welcome", words.get("password.choose"));
            choose.setRouterIgnore(true);
            return List.of(new Lines().line(words.get("password"), words.get("password.none"), choose));
        }
        String question = content.question().map(asked -> asked.message().in(words.locale()))
                .orElseGet(() -> words.get("question.none"));
        return List.of(new Lines()
                .line(words.get("password"), words.get("password.set"),
                        new Button(words.get("change"), event -> change().open()))
                .line(words.get("question"), question,
                        new Button(words.get("change"), event -> ask(content.question()).open()))
                .line(words.get("codes"), words.get("codes.left", content.codesLeft()),
                        new Button(words.get("codes.renew"), event -> renew().open())));
    }

    private Ask change() {
        Ask dialog = new Ask(words, "password.change", "password.change.line");
        Supplier<String> old = dialog.password("oldPassword", "password.old", false);
        Supplier<String> fresh = dialog.password("password", "password.new", true);
        Supplier<String> again = dialog.password("repeat", "password.repeat", true);
        return dialog.does("change", false, () -> services.owner, owner -> {
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
            refresh();
        }
        return outcome.faults();
    }

    private Ask ask(Optional<Question> asked) {
        Ask dialog = new Ask(words, "question.change", "");
        Supplier<String> old = dialog.password("oldPassword", "password", false);
        Select<String> choice = choice(asked);
        TextField own = new TextField(words.get("question.own.label"));
        own.setVisible(Question.OWN.equals(choice.getValue()));
        own.setValue(asked.map(Question::text).orElse(""));
        dialog.add(choice);
        dialog.put("question", own);
        Supplier<String> answer = dialog.text("answer", "answer");
        choice.addValueChangeListener(event -> own.setVisible(Question.OWN.equals(event.getValue())));
        return dialog.does("change", false, () -> services.recovery, recovery -> taken(recovery.ask(old.get(),
                question(choice.getValue(), own.getValue()), answer.get(), Words.visitor())));
    }

    private Select<String> choice(Optional<Question> asked) {
        Select<String> choice = new Select<>();
        choice.setLabel(words.get("question"));
        List<String> keys = new ArrayList<>(Question.KEYS);
        keys.addAll(List.of(Question.OWN, NONE));
        choice.setItems(keys);
        Function<String, String> text = key -> Question.KEYS.contains(key) ? new Question(key, "").message().in(words.locale())
                : words.get("question." + key);
        choice.setItemLabelGenerator(text::apply);
        choice.setValue(asked.map(Question::key).orElse(NONE));
        return choice;
    }

    private static Optional<Question> question(String key, String own) {
        return NONE.equals(key) ? Optional.empty() : Optional.of(new Question(key, Question.OWN.equals(key) ? own.strip() : ""));
    }

    private Ask renew() {
        Ask dialog = new Ask(words, "codes.renew", "codes.renew.line");
        Supplier<String> old = dialog.password("oldPassword", "password", false);
        return dialog.does("codes.renew", false, () -> services.recovery, recovery -> {
            Outcome outcome = recovery.renewCodes(old.get(), Words.visitor());
            if (outcome.isDone()) {
                new Shown(words, "codes.title", "codes.line", outcome.codes()).open();
            }
            return taken(outcome);
        });
    }
}
