package org.opensem.rest.internal;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.opensem.metering.InletBusyException;
import org.opensem.settings.SettingsException;
import org.opensem.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the problem to answer with for whatever was thrown. */
final class Faults {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
    private static final Map<Integer, String> BY_STATUS = Map.of(
            400, "malformed",
            404, "not-found",
            405, "method-not-allowed",
            406, "not-acceptable",
            413, "too-large",
            415, "unsupported-media-type");

    private Faults() {}

    /** @param changed whether a service that the request may have used has come or gone since it began */
    static Problem problem(Throwable fault, boolean changed) {
        return switch (fault) {
            case Problem problem -> problem;
            case WebApplicationException web -> ofStatus(web.getResponse(), web);
            case StoreException store -> {
                LOG.warn("A request was answered 503, because the store could not do it now: {}", store.getMessage());
                yield Problem.of(503, "store-failed");
            }
            case SettingsException settings -> {
                LOG.warn("Settings could not be kept: {}", settings.text().in(Locale.UK));
                yield Problem.of(503, "settings-failed", settings.text());
            }
            case InletBusyException busy -> {
                LOG.debug("A backlog of samples was answered 503: {}", busy.getMessage());
                yield Problem.of(503, "inlet-busy");
            }
            case IOException gone -> {
                // The client went away; nobody reads the answer.
                LOG.debug("A request broke off", gone);
                yield Problem.of(400, "malformed");
            }
            default -> changed ? updating(fault) : unexpected(fault);
        };
    }

    private static Problem ofStatus(Response response, WebApplicationException fault) {
        String key = BY_STATUS.get(response.getStatus());
        if (key != null) {
            return Problem.of(response.getStatus(), key);
        }
        if (response.getStatus() >= 500) {
            return unexpected(fault);
        }
        return Problem.of(response.getStatus(), "malformed");
    }

    private static Problem updating(Throwable fault) {
        LOG.debug("A request met an update", fault);
        return Problem.of(503, "updating");
    }

    /** 500 with an id, by which the log's line is found. */
    private static Problem unexpected(Throwable fault) {
        String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        LOG.error("A request failed, fault {}", id, fault);
        return Problem.of(500, "unexpected", id);
    }
}
