package org.opensem.web.access.internal;

import static org.opensem.web.access.internal.Template.escape;

/**
 * One field of a page's form, with what is wrong with it beside it.
 *
 * @param type of the input, for example {@code password}
 * @param autocomplete what browsers and password managers may fill in
 * @param value what was typed before; empty for secrets
 * @param count what the hint says while somebody types, {@code {0}} for the number of characters; may be empty
 */
record FormField(String type, String name, String label, String autocomplete, String value, String count) {

    static FormField password(String name, String label, String autocomplete) {
        return new FormField("password", name, label, autocomplete, "", "");
    }

    static FormField text(String name, String label, String value) {
        return new FormField("text", name, label, "off", value, "");
    }

    FormField counting(String text) {
        return new FormField(type, name, label, autocomplete, value, text);
    }

    /**
     * The field as HTML.
     *
     * @param hint below it; may be empty
     * @param fault in its place, if there is one
     * @param show what the button says that shows a password; empty for no button
     */
    String html(String hint, String fault, String show) {
        String id = escape(name);
        boolean wrong = !fault.isEmpty();
        String below = wrong ? "<p class=\"fault\" id=\"" + id + "-below\" role=\"alert\">" + escape(fault) + "</p>"
                : "<p class=\"hint\" id=\"" + id + "-below\""
                + (count.isEmpty() ? "" : " data-count=\"" + escape(count) + "\"") + ">" + escape(hint) + "</p>";
        String eye = show.isEmpty() ? ""
                : "<button type=\"button\" class=\"eye\" data-eye=\"" + id + "\" aria-pressed=\"false\" hidden>"
                + escape(show) + "</button>";
        return "<div class=\"field" + (wrong ? " wrong" : "") + "\"><label for=\"" + id + "\">" + escape(label) + "</label>"
                + "<div class=\"box\"><input id=\"" + id + "\" name=\"" + id + "\" type=\"" + type + "\" autocomplete=\""
                + escape(autocomplete) + "\" value=\"" + escape(value) + "\" aria-describedby=\"" + id + "-below\""
                + (wrong ? " aria-invalid=\"true\"" : "")
                + (type.equals("password") ? " maxlength=\"512\"" : " maxlength=\"256\"")
                + " spellcheck=\"false\" autocapitalize=\"none\">" + eye + "</div>" + below + "</div>";
    }
}
