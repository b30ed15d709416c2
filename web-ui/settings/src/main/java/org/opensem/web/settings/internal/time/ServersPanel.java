package org.opensem.web.settings.internal.time;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.opensem.language.Message;
import org.opensem.language.Translations;
import org.opensem.time.TimeServers;
import org.opensem.time.TimeServers.Server;
import org.opensem.web.component.IconButton;
import org.opensem.web.component.Panel;
import org.opensem.web.settings.Draft;
import org.opensem.web.settings.FormFields;
import org.opensem.web.settings.SectionContext;
import org.opensem.web.settings.SettingsForm;

/** Up to four time servers, what each of them says, and the preset ones again. */
final class ServersPanel {
    private static final String SERVERS = "servers";
    private static final int TYPING_PAUSE_MILLIS = 300;

    private final SectionContext context;
    private final Translations texts;
    private final SettingsForm form;
    private final TimeSection.Services services;
    private final FormFields fields;
    private final Panel panel;
    private final Div rows = new Div();
    private final Button more;
    private final List<Row> shown = new ArrayList<>();

    private record Row(TextField address, Span state) {}

    ServersPanel(SectionContext context, Translations texts, SettingsForm form, TimeSection.Services services) {
        this.context = context;
        this.texts = texts;
        this.form = form;
        this.services = services;
        fields = form.fields();
        rows.addClassName("timeservers");
        more = new Button(texts.get("add"), event -> change(this::add));
        Button preset = new Button(texts.get("restore"), event -> change(() -> form.draft().put(SERVERS, TimeServers.PRESET)));
        Button ask = new Button(texts.get("ask"), event -> Optional.ofNullable(services.servers).ifPresent(TimeServers::measure));
        List.of(more, preset, ask).forEach(button -> button.addThemeVariants(ButtonVariant.LUMO_TERTIARY));
        Div foot = new Div(more, preset, ask);
        foot.addClassNames("row", "wrap", "foot");
        panel = new Panel("servers", texts.get(SERVERS))
                .body(rows, form.fields().faults(SERVERS), foot, TimeForm.hint(texts.get("servers.hint")));
    }

    Panel panel() {
        return panel;
    }

    /** Makes a row for each server of the draft. */
    void load() {
        fields.clear();
        rows.removeAll();
        shown.clear();
        int count = form.draft().size(SERVERS);
        for (int i = 0; i < count; i++) {
            rows.add(row(i, count));
        }
        more.setVisible(count < TimeServers.MOST);
        show();
    }

    private Div row(int index, int count) {
        String name = texts.get("server", index + 1);
        TextField address = new TextField();
        address.setAriaLabel(name);
        address.setValueChangeMode(ValueChangeMode.LAZY);
        address.setValueChangeTimeout(TYPING_PAUSE_MILLIS);
        address.getElement().setAttribute("spellcheck", "false");
        fields.bind(SERVERS + "[" + index + "]", name, address, stored -> stored == null ? "" : stored.toString(),
                text -> text.isBlank() ? new Draft.Unreadable("", Message.of(ServersPanel.class, "blank")) : text.strip());
        Span state = new Span();
        state.addClassName("state");
        IconButton remove = new IconButton("close", texts.get("remove", name),
                () -> change(() -> form.draft().remove(SERVERS + "[" + index + "]"))).bare();
        remove.setVisible(count > 1);
        shown.add(new Row(address, state));
        return new Div(address, remove, state);
    }

    private void add() {
        String path = SERVERS + "[" + form.draft().size(SERVERS) + "]";
        form.draft().put(path, new Draft.Unreadable("", Message.of(ServersPanel.class, "blank")));
    }

    private void change(Runnable change) {
        change.run();
        load();
        form.edited();
    }

    /** What each server says now. */
    void show() {
        TimeServers asked = services.servers;
        List<Server> servers = asked == null ? List.of() : asked.servers();
        for (Row row : shown) {
            Optional<Server> server = servers.stream().filter(s -> s.address().equalsIgnoreCase(row.address().getValue().strip()))
                    .findFirst();
            String text = server.map(this::text).orElse("");
            if (!row.state().getText().equals(text)) {
                row.state().setText(text);
            }
            row.state().setClassName("good", server.filter(s -> s.state() == TimeServers.State.AGREES).isPresent());
        }
    }

    private String text(Server server) {
        String state = texts.get("state." + server.state().name().toLowerCase(Locale.ROOT));
        return server.offset().map(offset -> texts.get("state.offset", state,
                context.formats().number(offset.toMillis() / 1000.0, 3))).orElse(state);
    }
}
