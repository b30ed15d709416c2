package org.opensem.web.access.internal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;

/** Starting again, also as if it were new. */
final class DevicePanel extends LivePanel<Boolean> {
    private final Words words;
    private final Services services;

    DevicePanel(Words words, Services services) {
        super(words, "device", "device.title");
        this.words = words;
        this.services = services;
        refresh();
    }

    /** What it shows is always the same, once there is a device to start again. */
    @Override
    Optional<Boolean> read() {
        return Optional.of(services.device != null).filter(there -> there);
    }

    @Override
    List<Component> draw(Boolean there) {
        Button reset = new Button(words.get("reset"), event -> reset(services.deviceName().orElse("SEM")).open());
        reset.addThemeVariants(ButtonVariant.LUMO_ERROR);
        return List.of(new Lines()
                .line(words.get("restart"), words.get("restart.line"),
                        new Button(words.get("restart"), event -> restart().open()))
                .line(words.get("reset"), words.get("reset.line"), reset));
    }

    private Ask restart() {
        return new Ask(words, "restart", "restart.line").does("restart", false, () -> services.device, device -> {
            device.restart();
            return List.of();
        });
    }

    private Ask reset(String name) {
        Ask dialog = new Ask(words, "reset", "reset.sure");
        TextField typed = new TextField(words.get("reset.type", name));
        typed.getElement().setAttribute("autocomplete", "off");
        dialog.put("confirmation", typed);
        return dialog.does("reset", true, () -> services.device, device -> device.factoryReset(typed.getValue()));
    }
}
