package org.opensem.web.access.internal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.opensem.access.Tokens;
import org.opensem.access.Tokens.Made;
import org.opensem.access.Tokens.Right;
import org.opensem.access.Tokens.Token;

/** Tokens of programs: made, and withdrawn. */
final class TokensPanel extends LivePanel<List<Token>> {
    private final Words words;
    private final Services services;

    TokensPanel(Words words, Services services) {
        super(words, "tokens", "tokens.title");
        this.words = words;
        this.services = services;
        refresh();
    }

    @Override
    Optional<List<Token>> read() {
        return Optional.ofNullable(services.tokens).map(Tokens::list);
    }

    @Override
    List<Component> draw(List<Token> all) {
        Lines lines = new Lines();
        all.forEach(token -> lines.line(token.name(),
                words.get(token.right() == Right.READ ? "tokens.read" : "tokens.write") + " · " + token.lastUse()
                        .map(time -> words.get("tokens.used", words.time(time))).orElseGet(() -> words.get("tokens.unused")),
                new Button(words.get("tokens.withdraw"), event -> withdraw(token).open())));
        Div none = new Div(words.get("tokens.none"));
        none.addClassNames("small", "mut");
        return List.of(all.isEmpty() ? none : lines, new Button(words.get("tokens.make"), event -> make().open()));
    }

    private Ask make() {
        Ask dialog = new Ask(words, "tokens.make", "tokens.make.line");
        Supplier<String> name = dialog.text("name", "tokens.name");
        RadioButtonGroup<Right> right = new RadioButtonGroup<>(words.get("tokens.right"));
        right.setItems(Right.READ, Right.WRITE);
        right.setItemLabelGenerator(each -> words.get(each == Right.READ ? "tokens.read" : "tokens.write"));
        right.setValue(Right.READ);
        dialog.add(right);
        return dialog.does("tokens.make", false, () -> services.tokens, tokens -> {
            Made made = tokens.make(name.get(), right.getValue());
            if (made.token().isPresent()) {
                new Shown(words, "tokens.made", "tokens.made.line", List.of(made.secret())).open();
                refresh();
            }
            return made.faults();
        });
    }

    private Ask withdraw(Token token) {
        return new Ask(words, "tokens.withdraw", "tokens.withdraw.line").does("tokens.withdraw", true, () -> services.tokens,
                tokens -> {
                    tokens.withdraw(token.id());
                    refresh();
                    return List.of();
                });
    }
}
