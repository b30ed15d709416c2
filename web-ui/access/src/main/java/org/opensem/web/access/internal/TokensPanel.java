package org.opensem.web.access.internal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.List;
import java.util.function.Supplier;
import org.opensem.access.Tokens;
import org.opensem.access.Tokens.Made;
import org.opensem.access.Tokens.Right;
import org.opensem.access.Tokens.Token;
import org.opensem.web.component.Panel;

/** Tokens of programs: made, and withdrawn. */
final class TokensPanel extends Div {
    private final Words words;
    private final Services services;
    private final Panel panel;

    TokensPanel(Words words, Services services) {
        this.words = words;
        this.services = services;
        panel = new Panel("tokens", words.get("tokens.title"));
        add(panel);
        show();
    }

    private void show() {
        Tokens tokens = services.tokens;
        if (tokens == null) {
            panel.replaceBody(new Div(words.get("updating")));
            return;
        }
        Lines lines = new Lines();
        List<Token> all = tokens.list();
        all.forEach(token -> lines.line(token.name(),
                words.get(token.right() == Right.READ ? "tokens.read" : "tokens.write") + " · " + token.lastUse()
                        .map(time -> words.get("tokens.used", words.time(time))).orElseGet(() -> words.get("tokens.unused")),
                new Button(words.get("tokens.withdraw"), event -> withdraw(tokens, token).open())));
        Div none = new Div(words.get("tokens.none"));
        none.addClassNames("small", "mut");
        panel.replaceBody(all.isEmpty() ? none : lines, new Button(words.get("tokens.make"), event -> make(tokens).open()));
    }

    private Ask make(Tokens tokens) {
        Ask dialog = new Ask(words, "tokens.make", "tokens.make.line");
        Supplier<String> name = dialog.text("name", "tokens.name");
        RadioButtonGroup<Right> right = new RadioButtonGroup<>(words.get("tokens.right"));
        right.setItems(Right.READ, Right.WRITE);
        right.setItemLabelGenerator(each -> words.get(each == Right.READ ? "tokens.read" : "tokens.write"));
        right.setValue(Right.READ);
        dialog.add(right);
        return dialog.does("tokens.make", false, () -> {
            Made made = tokens.make(name.get(), right.getValue());
            if (made.token().isPresent()) {
                new Shown(words, "tokens.made", "tokens.made.line", List.of(made.secret())).open();
                show();
            }
            return made.faults();
        });
    }

    private Ask withdraw(Tokens tokens, Token token) {
        return new Ask(words, "tokens.withdraw", "tokens.withdraw.line").does("tokens.withdraw", true, () -> {
            tokens.withdraw(token.id());
            show();
            return List.of();
        });
    }
}
