package org.opensem.web.access.internal;

import static org.opensem.web.access.internal.Template.escape;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.opensem.access.NewSecrets;
import org.opensem.access.Outcome;
import org.opensem.access.Question;
import org.opensem.access.TooSoonException;
import org.opensem.language.Message;
import org.opensem.settings.Fault;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code /welcome}: the first password, then the recovery codes, shown this once, and the way to the other settings. */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=console)")
@HttpWhiteboardServletPattern("/welcome")
public final class WelcomeServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final Template PAGE = Template.of("welcome");
    private static final Template CODES = Template.of("codes");
    private static final String NONE = "none";
    private static final int UNPROCESSABLE = 422;

    @Activate
    public WelcomeServlet(@Reference Services services) {
        super(services);
    }

    @Override
    Content show(Visit visit) {
        if (services().owner.hasPassword()) {
            visit.goTo("/");
            return null;
        }
        return page(visit, HttpServletResponse.SC_OK, List.of());
    }

    private Content page(Visit visit, int status, List<Fault> faults) {
        boolean local = visit.visitor().local();
        String show = visit.texts().get("show");
        Map<String, String> values = new HashMap<>();
        values.put("setupCode", local ? "" : FormField.text("setupCode", visit.texts().get("setup"), visit.parameter("setupCode"))
                .html(visit.texts().get("setup.hint"), visit.fault(faults, "setupCode"), ""));
        values.put("password", FormField.password("password", visit.texts().get("password"), "new-password")
                .counting(visit.texts().get("password.count"))
                .html(visit.texts().get("password.hint"), visit.fault(faults, "password"), show));
        values.put("repeat", FormField.password("repeat", visit.texts().get("password.repeat"), "new-password")
                .html("", visit.fault(faults, "repeat"), show));
        values.put("questions", questions(visit));
        values.put("own", FormField.text("own", visit.texts().get("question.own.label"), visit.parameter("own"))
                .html("", visit.fault(faults, "question"), ""));
        values.put("answer", FormField.text("answer", visit.texts().get("answer"), visit.parameter("answer"))
                .html(visit.texts().get("answer.hint"), visit.fault(faults, "answer"), ""));
        values.put("until", visit.texts().get(local ? "welcome.until" : "welcome.until.setup"));
        values.put("later", local
                ? "<a class=\"quiet\" href=\"/?later=1\">" + escape(visit.texts().get("welcome.later")) + "</a>" : "");
        values.put("steps", Steps.html(services(), visit.locale(), visit.texts(), false));
        return new Content(status, "welcome.title", PAGE.fill(visit.texts(), values), side(visit));
    }

    private String side(Visit visit) {
        boolean live = services().live != null && services().live.newest().isPresent();
        return Template.of("side-welcome").fill(visit.texts(), Map.of(
                "head", visit.texts().get(live ? "side.live" : "side.quiet"),
                "line", visit.texts().get(live ? "side.live.line" : "side.quiet.line")));
    }

    private static String questions(Visit visit) {
        String chosen = visit.parameter("question").isEmpty() ? Question.KEYS.getFirst() : visit.parameter("question");
        Map<String, String> all = new LinkedHashMap<>();
        Question.KEYS.forEach(key -> all.put(key, new Question(key, "").message().in(visit.locale())));
        all.put(Question.OWN, visit.texts().get("question.own"));
        all.put(NONE, visit.texts().get("question.none"));
        return all.entrySet().stream().map(entry -> "<option value=\"" + entry.getKey() + "\""
                + (entry.getKey().equals(chosen) ? " selected" : "") + ">" + escape(entry.getValue()) + "</option>")
                .collect(Collectors.joining());
    }

    @Override
    Content take(Visit visit) {
        List<Fault> faults = new ArrayList<>();
        if (!visit.parameter("password").equals(visit.parameter("repeat"))) {
            faults.add(new Fault("repeat", Message.of(WelcomeServlet.class, "repeat.other")));
        }
        NewSecrets secrets = new NewSecrets(visit.parameter("password"), question(visit), visit.parameter("answer"));
        if (!faults.isEmpty()) {
            faults.addAll(services().owner.check(secrets));
            return page(visit, UNPROCESSABLE, faults);
        }
        try {
            Outcome outcome = services().owner.choose(secrets, visit.parameter("setupCode"), visit.visitor());
            if (!outcome.isDone()) {
                return services().owner.hasPassword() ? show(visit) : page(visit, UNPROCESSABLE, outcome.faults());
            }
            outcome.session().ifPresent(visit::begin);
            return codes(visit, outcome.codes());
        } catch (TooSoonException e) {
            return page(visit, 429, List.of(new Fault("setupCode", Message.plain(waiting(visit, e)))));
        }
    }

    private static Optional<Question> question(Visit visit) {
        String key = visit.parameter("question");
        if (key.equals(Question.OWN)) {
            return Optional.of(new Question(key, visit.parameter("own").strip()));
        }
        return Question.KEYS.contains(key) ? Optional.of(new Question(key, "")) : Optional.empty();
    }

    private Content codes(Visit visit, List<String> codes) {
        String list = codes.stream().map(code -> "<li><code>" + escape(code) + "</code></li>").collect(Collectors.joining());
        return new Content(HttpServletResponse.SC_OK, "codes.title", CODES.fill(visit.texts(), Map.of("codes", list,
                "steps", Steps.html(services(), visit.locale(), visit.texts(), true))), side(visit));
    }
}
