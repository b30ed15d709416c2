package org.opensem.web.access.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** {@code /forgot}: the answer to the question or a recovery code, and a new password. */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=console)")
@HttpWhiteboardServletPattern("/forgot")
public final class ForgotServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final Template PAGE = Template.of("forgot");
    /** 422: understood, but something is wrong with it. */
    private static final int UNPROCESSABLE = 422;

    @Activate
    public ForgotServlet(@Reference Services services) {
        super(services);
    }

    @Override
    Content show(Visit visit) {
        if (!services().owner.hasPassword()) {
            visit.goTo("/");
            return null;
        }
        return page(visit, HttpServletResponse.SC_OK, List.of());
    }

    private Content page(Visit visit, int status, List<Fault> faults) {
        Optional<Question> question = services().recovery.question();
        String asked = question.map(found -> found.message().in(visit.locale()))
                .orElseGet(() -> visit.texts().get("forgot.code"));
        String show = visit.texts().get("show");
        Map<String, String> values = new HashMap<>();
        values.put("proof", FormField.text("proof", asked, visit.parameter("proof"))
                .html(question.isPresent() ? visit.texts().get("forgot.hint") : "", visit.fault(faults, "proof"), ""));
        values.put("password", FormField.password("password", visit.texts().get("password.new"), "new-password")
                .counting(visit.texts().get("password.count"))
                .html(visit.texts().get("password.hint"), visit.fault(faults, "password"), show));
        values.put("repeat", FormField.password("repeat", visit.texts().get("password.repeat"), "new-password")
                .html("", visit.fault(faults, "repeat"), show));
        return new Content(status, "forgot.title", PAGE.fill(visit.texts(), values), LoginServlet.side(visit));
    }

    @Override
    Content take(Visit visit) {
        String password = visit.parameter("password");
        List<Fault> faults = new ArrayList<>(services().owner.check(password));
        if (!password.equals(visit.parameter("repeat"))) {
            faults.add(new Fault("repeat", Message.of(ForgotServlet.class, "repeat.other")));
        }
        if (!faults.isEmpty()) {
            return page(visit, UNPROCESSABLE, faults);
        }
        try {
            Outcome outcome = services().recovery.recover(visit.parameter("proof"), password, visit.visitor());
            if (!outcome.isDone()) {
                return page(visit, UNPROCESSABLE, outcome.faults());
            }
            outcome.session().ifPresent(visit::begin);
            visit.goTo("/");
            return null;
        } catch (TooSoonException e) {
            return page(visit, 429, List.of(new Fault("proof", Message.plain(waiting(visit, e)))));
        }
    }
}
