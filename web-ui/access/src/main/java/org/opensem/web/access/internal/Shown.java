package org.opensem.web.access.internal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import java.util.List;

/** Secrets that are shown this once: to be copied before the dialog is closed. */
final class Shown extends Dialog {
    private static final String COPY = "const text = $0; const button = this;"
            + " if (navigator.clipboard) { navigator.clipboard.writeText(text).then(() => { button.textContent = $1; }); }"
            + " else { getSelection().selectAllChildren("
            + "button.closest('vaadin-dialog')?.querySelector('pre') ?? document.body); }";

    Shown(Words words, String title, String line, List<String> secrets) {
        addClassName("shown");
        setWidth(Ask.WIDTH);
        setMaxWidth(Ask.NARROW);
        setHeaderTitle(words.get(title));
        setCloseOnOutsideClick(false);
        Paragraph what = new Paragraph(words.get(line));
        what.addClassNames("small", "mut");
        String text = String.join("\n", secrets);
        Button copy = new Button(words.get("codes.copy"));
        copy.addClickListener(event -> copy.getElement().executeJs(COPY, text, words.get("codes.copied")));
        Button done = new Button(words.get("shown.done"), event -> close());
        done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(what, new Pre(text));
        getFooter().add(copy, done);
    }
}
