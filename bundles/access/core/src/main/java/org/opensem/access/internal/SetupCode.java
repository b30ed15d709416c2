package org.opensem.access.internal;

import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The code with which a browser on the network may set the first password of a device without a screen. The launcher makes one
 * and prints it if {@code OPENSEM_SETUP=1} and there is no password yet.
 */
@Component(service = SetupCode.class)
public final class SetupCode {
    static final String VARIABLE = "OPENSEM_SETUP_CODE";

    private static final Logger LOG = LoggerFactory.getLogger(SetupCode.class);
    /** What the launcher makes has 60 bits. */
    private static final int LEAST_CHARACTERS = 12;

    private final String hash;

    @Activate
    public SetupCode() {
        this(System::getenv);
    }

    SetupCode(UnaryOperator<String> environment) {
        String code = environment.apply(VARIABLE);
        String typed = code == null ? "" : Digests.typed(code);
        if (!typed.isEmpty() && typed.length() < LEAST_CHARACTERS) {
            LOG.warn("{} is too short and is not used: {} letters and digits are needed", VARIABLE, LEAST_CHARACTERS);
        }
        hash = typed.length() < LEAST_CHARACTERS ? "" : Digests.hash(typed);
    }

    /** Whether there is one. */
    boolean isGiven() {
        return !hash.isEmpty();
    }

    boolean matches(String typed) {
        return isGiven() && typed != null && Digests.same(hash, Digests.hash(Digests.typed(typed)));
    }
}
