package org.opensem.web.access.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.opensem.access.NewSession;
import org.opensem.access.TooSoonException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code /login}: the password, and then the page that was asked for. */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=console)")
@HttpWhiteboardServletPattern("/login")
public final class LoginServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final Template PAGE = Template.of("login");

    @Activate
    public LoginServlet(@Reference Services services) {
        super(services);
    }

    @Override
    Content show(Visit visit) {
        if (visit.isAdmitted()) {
            visit.goTo(visit.wanted());
            return null;
        }
        return page(visit, HttpServletResponse.SC_OK, "");
    }

    private static Content page(Visit visit, int status, String fault) {
        Map<String, String> values = new HashMap<>();
        values.put("password", FormField.password("password", visit.texts().get("password"), "current-password")
                .html("", fault, visit.texts().get("show")));
        values.put("to", visit.wanted());
        return new Content(status, "login.title", PAGE.fill(visit.texts(), values), side(visit));
    }

    static String side(Visit visit) {
        return Template.of("side-login").fill(visit.texts(), Map.of());
    }

    @Override
    Content take(Visit visit) {
        try {
            Optional<NewSession> session = services().owner.logIn(visit.parameter("password"), visit.visitor());
            if (session.isEmpty()) {
                return page(visit, HttpServletResponse.SC_UNAUTHORIZED, visit.texts().get("login.wrong"));
            }
            visit.begin(session.get());
            visit.goTo(visit.wanted());
            return null;
        } catch (TooSoonException e) {
            return page(visit, 429, waiting(visit, e));
        }
    }
}
