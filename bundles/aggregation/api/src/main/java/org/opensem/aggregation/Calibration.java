package org.opensem.aggregation;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The correction of what the meter says (E4): everything shown, priced and reported is multiplied by a factor; raw files and port
 * 11112 stay raw.
 */
@ProviderType
public interface Calibration {

    /** The factors in force now; a new object after every change. */
    CorrectionFactors factors();
}
