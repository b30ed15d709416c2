package org.opensem.web.access.internal;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.shared.Registration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opensem.web.Asset;
import org.opensem.web.component.Panel;
import org.opensem.web.settings.FormFields;
import org.opensem.web.settings.SettingsForm;

/** The section: what is saved together above, and what takes effect at once below it. */
final class AccessForm {
    private static final Asset STYLE = Asset.of(AccessForm.class, "access/section.css");
    private static final String GROUP = "security";

    private final Words words;
    private final Services services;
    private final SettingsForm form;
    private final List<LivePanel<?>> panels;
    private final Paragraph addresses = new Paragraph();

    /** @param ticker runs something every second until it is closed */
    AccessForm(Words words, Services services, Function<Runnable, Registration> ticker) {
        this.words = words;
        this.services = services;
        form = new SettingsForm(words.context(), GROUP, words.get("section.title"));
        form.addAttachListener((AttachEvent event) -> STYLE.loadStyleSheet(event.getUI()));
        form.addClassName("access");
        FormFields fields = form.fields();
        LivePanel<?> password = new PasswordPanel(words, services);
        LivePanel<?> sessions = new SessionsPanel(words, services);
        LivePanel<?> tokens = new TokensPanel(words, services);
        LivePanel<?> certificate = new CertificatePanel(words, services);
        LivePanel<?> device = new DevicePanel(words, services);
        panels = List.of(password, sessions, tokens, certificate, device);
        form.body(password, reach(fields), open(fields), sessions, tokens, certificate, device);
        form.onLoad(() -> addresses().ifPresent(this::showAddresses));
        form.addAttachListener(event -> {
            UI ui = event.getUI();
            Registration ticking = ticker.apply(() -> tick(ui));
            form.addDetachListener(left -> {
                ticking.remove();
                left.unregisterListener();
            });
        });
    }

    Component component() {
        return form;
    }

    /** Shows what has changed in the meantime, by whomever; what takes time is read off the page's lock. */
    private void tick(UI ui) {
        List<LivePanel<?>> outdated = panels.stream().filter(LivePanel::isOutdated).toList();
        Optional<String> reachable = addresses();
        ui.access(() -> {
            outdated.forEach(LivePanel::refresh);
            reachable.ifPresent(this::showAddresses);
        });
    }

    private Panel reach(FormFields fields) {
        addresses.addClassNames("small", "mut");
        return new Panel("reach", words.get("reach.title")).body(
                flag(fields, "protection"), flag(fields, "network"), flag(fields, "https"), addresses);
    }

    private Panel open(FormFields fields) {
        TextArea hosts = new TextArea(words.get("hosts"));
        hosts.setHelperText(words.get("hosts.line"));
        hosts.setMinRows(1);
        hosts.addClassName("hosts");
        fields.bind("hosts", words.get("hosts"), hosts, AccessForm::text, AccessForm::list);
        return new Panel("open", words.get("open.title")).body(flag(fields, "openFeed"), flag(fields, "openMetrics"), hosts);
    }

    private Div flag(FormFields fields, String name) {
        Checkbox box = fields.flag(name, words.get(name));
        Span line = new Span(words.get(name + ".line"));
        line.addClassNames("small", "mut");
        Div flag = new Div(box, line);
        flag.addClassName("flag");
        return flag;
    }

    private static String text(Object stored) {
        return stored instanceof List<?> list ? list.stream().map(String::valueOf).collect(Collectors.joining("\n")) : "";
    }

    private static Object list(String typed) {
        return Arrays.stream(typed.split("[\\s,;]+")).filter(host -> !host.isBlank()).toList();
    }

    /** Where the console can be opened now; empty while nobody can tell. */
    private Optional<String> addresses() {
        return Optional.ofNullable(services.control).map(control -> control.exposure().network()
                ? words.get("reach.names", String.join(", ", control.names())) : "");
    }

    private void showAddresses(String now) {
        if (!addresses.getText().equals(now)) {
            addresses.setText(now);
        }
    }
}
