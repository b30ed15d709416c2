package org.opensem.examples.standby;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Locale;
import org.opensem.language.Formats;
import org.opensem.language.Translations;
import org.opensem.web.component.Panel;
import org.opensem.web.settings.NumberStyle;
import org.opensem.web.settings.SectionContext;
import org.opensem.web.settings.SectionDescriptor;
import org.opensem.web.settings.SettingsForm;
import org.opensem.web.settings.SettingsSection;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** The plug-in's section in the console's settings. */
@org.osgi.service.component.annotations.Component
public final class StandbySection implements SettingsSection {
    private final StandbySettings settings;

    @Activate
    public StandbySection(@Reference StandbySettings settings) {
        this.settings = settings;
    }

    @Override
    public SectionDescriptor descriptor() {
        return new SectionDescriptor("standby", "moon", 1010, locale -> texts(locale).get("title"));
    }

    private static Translations texts(Locale locale) {
        return Translations.of(StandbySection.class, locale);
    }

    @Override
    public String summary(Locale locale) {
        return texts(locale).get("alert.is", Formats.of(locale).power(settings.alertWatts()));
    }

    @Override
    public Component create(SectionContext context) {
        Translations texts = texts(context.locale());
        SettingsForm form = new SettingsForm(context, StandbySettings.GROUP, texts.get("title"));
        return form.body(new Panel("alert", texts.get("alert")).body(
                form.fields().number(StandbySettings.ALERT, texts.get("alert.from"), NumberStyle.of("W")),
                new Paragraph(texts.get("alert.hint"))));
    }
}
