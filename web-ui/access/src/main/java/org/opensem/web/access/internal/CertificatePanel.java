package org.opensem.web.access.internal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opensem.access.ServerCertificate;
import org.opensem.access.ServerCertificate.Info;
import org.opensem.settings.Fault;
import org.opensem.settings.SettingsException;
import org.opensem.web.component.Passwords;

/** The certificate of HTTPS, also one that is there since, such as the one that the device makes for the first HTTPS. */
final class CertificatePanel extends LivePanel<Optional<Info>> {
    private final Words words;
    private final Services services;
    private final Div said = new Div();
    private byte[] file = new byte[0];
    private byte[] key = new byte[0];

    CertificatePanel(Words words, Services services) {
        super(words, "certificate", "certificate.title");
        this.words = words;
        this.services = services;
        said.setClassName("faults");
        said.getElement().setAttribute("role", "alert");
        refresh();
    }

    @Override
    Optional<Optional<Info>> read() {
        return Optional.ofNullable(services.certificate).map(ServerCertificate::info);
    }

    @Override
    List<Component> draw(Optional<Info> info) {
        Div none = new Div(words.get("certificate.none"));
        none.addClassNames("small", "mut");
        return List.of(info.isPresent() ? list(info.get()) : none, upload());
    }

    private DescriptionList list(Info info) {
        DescriptionList list = new DescriptionList();
        list.addClassName("kv");
        term(list, "certificate.kind", new Span(words.get(info.own() ? "certificate.own" : "certificate.device")));
        term(list, "certificate.until", new Span(words.day(info.validUntil())));
        term(list, "certificate.names", new Span(String.join(", ", info.names())));
        term(list, "certificate.print", new Code(info.fingerprint()));
        return list;
    }

    private void term(DescriptionList list, String name, Component value) {
        list.add(new DescriptionList.Term(words.get(name)), new DescriptionList.Description(value));
    }

    private Div upload() {
        file = new byte[0];
        key = new byte[0];
        said.removeAll();
        PasswordField password = Passwords.field(words.get("certificate.password"), words.locale());
        password.getElement().setAttribute("autocomplete", "off");
        Button use = new Button(words.get("certificate.use"), event -> use(password.getValue()));
        use.setDisableOnClick(true);
        use.addClickListener(event -> use.setEnabled(true));
        Button renew = new Button(words.get("certificate.renew"), event -> renew().open());
        Div buttons = new Div(use, renew);
        buttons.addClassNames("row", "wrap");
        Div part = new Div(box("certificate.file", bytes -> file = bytes), box("certificate.key", bytes -> key = bytes),
                password, said, buttons);
        part.addClassName("upload");
        return part;
    }

    private interface Receiver {
        void receive(byte[] bytes);
    }

    private Div box(String label, Receiver receiver) {
        Upload upload = new Upload(UploadHandler.inMemory((metadata, bytes) -> receiver.receive(bytes)));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(ServerCertificate.MOST_BYTES);
        upload.setDropAllowed(false);
        upload.setUploadButton(new Button(words.get("certificate.choose")));
        upload.addFileRejectedListener(event -> tell(List.of(words.get("certificate.large"))));
        upload.addFileRemovedListener(event -> receiver.receive(new byte[0]));
        upload.getElement().setAttribute("aria-label", words.get(label));
        Span name = new Span(words.get(label));
        name.addClassName("lab");
        return new Div(name, upload);
    }

    private void use(String password) {
        ServerCertificate certificate = services.certificate;
        if (certificate == null) {
            tell(List.of(words.get("updating")));
            return;
        }
        try {
            List<Fault> faults = certificate.use(file, key, password);
            if (faults.isEmpty()) {
                reset();
            } else {
                List<String> texts = new ArrayList<>();
                faults.forEach(fault -> texts.add(words.get("certificate.field." + fault.field()) + ": "
                        + fault.message().in(words.locale())));
                tell(texts);
            }
        } catch (SettingsException e) {
            tell(List.of(e.text().in(words.locale())));
        }
    }

    private void tell(List<String> texts) {
        said.removeAll();
        texts.forEach(text -> {
            Div line = new Div(text);
            line.addClassName("fault");
            said.add(line);
        });
    }

    private Ask renew() {
        return new Ask(words, "certificate.renew", "certificate.renew.line").does("certificate.renew", false,
                () -> services.certificate, certificate -> {
                    certificate.renew();
                    reset();
                    return List.of();
                });
    }
}
