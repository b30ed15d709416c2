package org.opensem.web.access.internal;

import static org.opensem.web.access.internal.Template.escape;

import java.util.Locale;
import java.util.Optional;
import org.opensem.language.Translations;
import org.opensem.metering.DriverStatus;
import org.opensem.metering.LiveSamples;
import org.opensem.metering.Sample;

/** The four steps of a first run, and how far each is. */
final class Steps {
    private Steps() {}

    /** @param chosen whether the password is set, so that the other steps can be taken */
    static String html(Services services, Locale locale, Translations texts, boolean chosen) {
        return "<ol class=\"steps\">"
                + step(1, chosen ? "done" : "on", texts.get("step.password"),
                        texts.get(chosen ? "step.password.done" : "step.password.line"), "")
                + step(2, "", texts.get("step.region"), texts.get("language." + locale.toLanguageTag()), chosen ? "region" : "")
                + step(3, "", texts.get("step.meter"), meter(services, texts), chosen ? "driver" : "")
                + step(4, "", texts.get("step.tariff"), texts.get("step.tariff.line"), chosen ? "tariff" : "") + "</ol>";
    }

    private static String step(int number, String state, String name, String line, String section) {
        String text = "<span>" + escape(name) + "<small>" + escape(line) + "</small></span>";
        String body = section.isEmpty() ? text : "<a href=\"/settings?section=" + section + "\">" + text + "</a>";
        return "<li class=\"" + state + "\"" + (state.equals("on") ? " aria-current=\"step\"" : "")
                + "><i aria-hidden=\"true\">" + number + "</i>" + body + "</li>";
    }

    /** Whether samples arrive, and of how many phases. */
    private static String meter(Services services, Translations texts) {
        LiveSamples live = services.live;
        Optional<LiveSamples.Source> source = live == null ? Optional.empty() : live.source();
        Optional<Sample> newest = live == null ? Optional.empty() : live.newest();
        if (source.isPresent() && newest.isPresent() && source.get().status().state() == DriverStatus.State.RUNNING) {
            return texts.get(newest.get().hasPhases() ? "step.meter.phases" : "step.meter.total", source.get().driverId());
        }
        return source.map(found -> texts.get("step.meter.waiting", found.driverId()))
                .orElseGet(() -> texts.get("step.meter.none"));
    }
}
