package org.opensem.settings.internal;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.opensem.language.Languages;
import org.opensem.language.Message;
import org.opensem.settings.Fields;
import org.opensem.settings.Region;
import org.opensem.settings.SettingsDescriptor;
import org.opensem.settings.SettingsGroup;
import org.opensem.time.ClockService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Language and zone (E2, T1). The zone is used by the clock, which reads it from the same configuration; here it is checked.
 * While none is chosen the one in force is shown: that of {@code org.opensem.time}, else the machine's.
 */
@Component(service = {SettingsGroup.class, Region.class}, configurationPid = RegionSettings.PID)
public final class RegionSettings implements SettingsGroup, Region {
    static final String PID = "org.opensem.region";

    private static final String LANGUAGE = "language";
    private static final String ZONE = "zone";
    private static final SettingsDescriptor DESCRIPTOR = new SettingsDescriptor("region", PID, 20);
    private static final Map<Locale, String> NAMES = Map.of(Locale.GERMANY, "de", Locale.US, "en-US", Locale.UK, "en-GB");

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile ClockService clock;

    private volatile Optional<Locale> configured = Optional.empty();

    @Activate
    public RegionSettings(Map<String, Object> properties) {
        this(properties, null);
    }

    RegionSettings(Map<String, Object> properties, ClockService clock) {
        this.clock = clock;
        modified(properties);
    }

    @Modified
    void modified(Map<String, Object> properties) {
        configured = language(Fields.ofProperties(properties));
    }

    private static Optional<Locale> language(Fields fields) {
        return fields.parse(LANGUAGE, text -> Languages.named(text).orElseThrow(() -> new IllegalArgumentException(text)),
                Message.of(RegionSettings.class, LANGUAGE));
    }

    private static Optional<ZoneId> zone(Fields fields) {
        return fields.parse(ZONE, ZoneId::of, Message.of(RegionSettings.class, ZONE));
    }

    @Override
    public SettingsDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Map<String, Object> read(Fields fields) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(LANGUAGE, language(fields).map(NAMES::get).orElse(null));
        document.put(ZONE, zone(fields).map(ZoneId::getId).orElse(null));
        return document;
    }

    /** Shown where no zone is chosen. */
    @Override
    public Map<String, Object> facts() {
        ClockService now = clock;
        return now == null ? Map.of() : Map.of(ZONE, now.zone().getId());
    }

    @Override
    public Optional<Locale> configured() {
        return configured;
    }

    @Override
    public Locale language(List<Locale> preferred) {
        return preferred.stream().flatMap(locale -> Languages.named(tag(locale)).stream()).findFirst()
                .or(this::configured)
                .orElseGet(() -> Languages.preferred(List.of(Locale.getDefault())));
    }

    /** Without script and variants, which no language of ours depends on. */
    private static String tag(Locale locale) {
        return locale.getLanguage() + (locale.getCountry().length() == 2 ? "-" + locale.getCountry() : "");
    }
}
