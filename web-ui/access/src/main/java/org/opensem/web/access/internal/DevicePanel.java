package org.opensem.web.access.internal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.opensem.access.DeviceControl;
import org.opensem.web.component.Panel;

/** Starting again, also as if it were new. */
final class DevicePanel extends Div {
    private final Words words;

    DevicePanel(Words words, Services services) {
        this.words = words;
        Panel panel = new Panel("device", words.get("device.title"));
        add(panel);
        DeviceControl device = services.device;
        if (device == null) {
            panel.body(new Div(words.get("updating")));
            return;
        }
        String name = services.deviceName().orElse("SEM");
        Button reset = new Button(words.get("reset"), event -> reset(device, name).open());
        reset.addThemeVariants(ButtonVariant.LUMO_ERROR);
        panel.body(new Lines()
                .line(words.get("restart"), words.get("restart.line"),
                        new Button(words.get("restart"), event -> restart(device).open()))
                .line(words.get("reset"), words.get("reset.line"), reset));
    }

    private Ask restart(DeviceControl device) {
        return new Ask(words, "restart", "restart.line").does("restart", false, () -> {
            device.restart();
            return List.of();
        });
    }

    private Ask reset(DeviceControl device, String name) {
        Ask dialog = new Ask(words, "reset", "reset.sure");
        TextField typed = new TextField(words.get("reset.type", name));
        typed.getElement().setAttribute("autocomplete", "off");
        dialog.put("confirmation", typed);
        return dialog.does("reset", true, () -> device.factoryReset(typed.getValue()));
    }
}
