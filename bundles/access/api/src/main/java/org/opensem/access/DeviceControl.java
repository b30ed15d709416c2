package org.opensem.access;

import java.util.List;
import org.opensem.settings.Fault;
import org.osgi.annotation.versioning.ProviderType;

/** Starts openSEM again, also as if it were new. */
@ProviderType
public interface DeviceControl {

    /** Starts again in about a second, so that whoever asked gets an answer first. Nothing is lost. */
    void restart();

    /**
     * Forgets everything: settings, measurements, password, certificate. The settings now, the rest at the start that follows,
     * before anything reads it; a power cut in between changes nothing of that.
     *
     * @param typed the device's name, as {@code SEM-1a2b3c}; letter case does not matter
     * @return a fault of {@code confirmation} if it is another name; then nothing has changed
     */
    List<Fault> factoryReset(String typed);
}
