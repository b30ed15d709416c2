package org.opensem.access.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.opensem.access.AccessControl;
import org.opensem.access.AccessRequest;
import org.opensem.access.AccessRequest.Door;
import org.opensem.access.Decision;
import org.opensem.access.Decision.Caller;
import org.opensem.access.Decision.Refusal;
import org.opensem.access.Exposure;
import org.opensem.access.Local;
import org.opensem.access.SessionCookie;
import org.opensem.access.Tokens.Right;
import org.opensem.access.Tokens.Token;
import org.opensem.metering.DeviceId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Who may: first whether openSEM was asked for by a name of its own (DNS rebinding), then whether a page from elsewhere asks,
 * then who asks, then whether that is enough.
 */
@Component(service = AccessControl.class, immediate = true)
public final class Control implements AccessControl {
    private static final String BEARER = "bearer ";

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile DeviceId device;

    private final Security security;
    private final SessionStore sessions;
    private final TokenStore tokens;
    private final Addresses addresses;
    private final Optional<String> machine;

    @Activate
    public Control(@Reference Security security, @Reference SessionStore sessions, @Reference TokenStore tokens) {
        this(security, sessions, tokens, new Addresses(), null, MachineName.find());
    }

    Control(Security security, SessionStore sessions, TokenStore tokens, Addresses addresses, DeviceId device,
            Optional<String> machine) {
        this.security = security;
        this.sessions = sessions;
        this.tokens = tokens;
        this.addresses = addresses;
        this.device = device;
        this.machine = machine;
    }

    @Override
    public Exposure exposure() {
        return security.exposure();
    }

    @Override
    public List<String> names() {
        List<String> names = new ArrayList<>(hostNames());
        names.addAll(addresses.reachable());
        names.addAll(security.settings().hosts());
        return names.stream().distinct().toList();
    }

    /** The device's and the machine's, as they are and as multicast DNS knows them. */
    private List<String> hostNames() {
        DeviceId present = device;
        return Stream.concat(Stream.ofNullable(present).map(found -> "sem-" + found.hex()), machine.stream())
                .flatMap(name -> Stream.of(name, name + ".local")).toList();
    }

    @Override
    public Decision decide(AccessRequest request) {
        Exposure exposure = exposure();
        Area area = request.door() == Door.FEED ? Area.METRICS : Area.of(request.method(), request.path());
        if (area == Area.HEALTH) {
            return Decision.admitted(ofHealth(request));
        }
        String host = request.header("Host");
        if (!knows(Local.host(host), exposure)) {
            return Decision.refused(Refusal.FOREIGN_HOST, host == null ? "" : host);
        }
        Optional<String> foreign = foreignOrigin(request, host);
        if (foreign.isPresent()) {
            return Decision.refused(Refusal.FOREIGN_ORIGIN, foreign.get());
        }
        return exposure.guarded() ? guarded(request, exposure, area) : unguarded(request, exposure, area);
    }

    /** Everybody may ask; who is more than anybody is told more. */
    private Caller ofHealth(AccessRequest request) {
        if (Local.is(request)) {
            return Caller.LOCAL;
        }
        return SessionCookie.token(request).flatMap(sessions::use).map(session -> Caller.OWNER)
                .or(() -> bearer(request).flatMap(tokens::use).map(token -> Caller.READER)).orElse(Caller.ANYBODY);
    }

    private boolean knows(String host, Exposure exposure) {
        if (Local.isName(host) || security.settings().hosts().contains(host)) {
            return true;
        }
        if (!exposure.network() && !exposure.setup()) {
            return false;
        }
        return hostNames().contains(host) || addresses.isOwn(host);
    }

    /** Programs send no Origin; a browser sends that of the page that asks. */
    private static Optional<String> foreignOrigin(AccessRequest request, String host) {
        for (String origin : request.headers().apply("Origin")) {
            if (!isOwn(origin, host, request.door())) {
                return Optional.of(origin);
            }
        }
        boolean embedded = "cross-site".equals(request.header("Sec-Fetch-Site"))
                && !"navigate".equals(request.header("Sec-Fetch-Mode"));
        return embedded ? Optional.of("") : Optional.empty();
    }

    private static boolean isOwn(String origin, String host, Door door) {
        String lower = origin.strip().toLowerCase(Locale.ROOT);
        if (!lower.matches("https?://[^/]+")) {
            return false;
        }
        if (door == Door.FEED) {
            // Its port is another one than that of any page.
            String from = Local.host(origin);
            return from.equals(Local.host(host)) || Local.isName(from) && Local.isName(Local.host(host));
        }
        String standard = lower.startsWith("https:") ? ":443" : ":80";
        String from = lower.substring(lower.indexOf("//") + 2);
        String asked = host.strip().toLowerCase(Locale.ROOT);
        return from.equals(asked) || (from + standard).equals(asked);
    }

    private Decision unguarded(AccessRequest request, Exposure exposure, Area area) {
        if (Local.isAddress(request.address()) && !Local.isHandedOn(request)) {
            return Decision.admitted(Caller.LOCAL);
        }
        if (!exposure.setup()) {
            return Decision.refused(Refusal.NOT_LOCAL);
        }
        return area == Area.PUBLIC || area == Area.SETUP
                ? Decision.admitted(Caller.ANYBODY) : Decision.refused(Refusal.SETUP_FIRST);
    }

    private Decision guarded(AccessRequest request, Exposure exposure, Area area) {
        if (!exposure.network() && !Local.isAddress(request.address())) {
            return Decision.refused(Refusal.NOT_LOCAL);
        }
        Optional<String> secret = bearer(request);
        if (secret.isPresent() && area != Area.PUBLIC) {
            return tokens.use(secret.get()).map(token -> token(token, request, area))
                    .orElse(Decision.refused(Refusal.UNKNOWN_CALLER));
        }
        Optional<String> session = SessionCookie.token(request).flatMap(sessions::use);
        if (session.isPresent()) {
            return Decision.admitted(Caller.OWNER, session.get());
        }
        return stranger(request, area).map(Decision::admitted).orElse(Decision.refused(Refusal.UNKNOWN_CALLER));
    }

    private static Optional<String> bearer(AccessRequest request) {
        String header = request.header("Authorization");
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(header.substring(BEARER.length()).strip()) : Optional.empty();
    }

    private static Decision token(Token token, AccessRequest request, Area area) {
        if (area == Area.CONSOLE || area == Area.SETUP || area == Area.OWNER) {
            return Decision.refused(Refusal.OWNER_ONLY);
        }
        if (token.right() == Right.READ && !Area.isSafe(request.method())) {
            return Decision.refused(Refusal.READ_ONLY);
        }
        return Decision.admitted(token.right() == Right.READ ? Caller.READER : Caller.WRITER, token.id());
    }

    /** As whom a call admits somebody who shows nothing. */
    private Optional<Caller> stranger(AccessRequest request, Area area) {
        if (area == Area.PUBLIC) {
            return Optional.of(Caller.ANYBODY);
        }
        if (area != Area.METRICS) {
            return Optional.empty();
        }
        if (Local.is(request)) {
            return Optional.of(Caller.LOCAL);
        }
        SecuritySettings settings = security.settings();
        boolean open = request.door() == Door.FEED ? settings.openFeed() : settings.openMetrics();
        return open ? Optional.of(Caller.ANYBODY) : Optional.empty();
    }
}
