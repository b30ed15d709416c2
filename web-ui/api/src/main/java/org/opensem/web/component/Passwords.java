package org.opensem.web.component;

import com.vaadin.flow.component.textfield.PasswordField;
import java.util.Locale;
import java.util.Map;
import org.opensem.language.Translations;

/** Fields for passwords, of which also the button that shows what was typed speaks the user's language. */
public final class Passwords {
    private Passwords() {}

    /** @param locale the user's language */
    public static PasswordField field(String label, Locale locale) {
        PasswordField field = new PasswordField(label);
        // Flow has no method for this text of the element's.
        field.getElement().setPropertyMap("i18n", Map.of("reveal", Translations.of(Passwords.class, locale).get("reveal")));
        return field;
    }
}
