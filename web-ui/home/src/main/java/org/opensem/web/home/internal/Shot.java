package org.opensem.web.home.internal;

import java.util.Currency;
import java.util.Optional;
import org.opensem.web.Unit;
import org.opensem.web.home.HomeFigures;

/**
 * What was read at one moment.
 *
 * @param figures for the panels; the unit is chosen when they are shown
 * @param missing what was not measured in the period's elapsed part
 * @param currency of the tariff, as far as it is known
 * @param moneyStays whether cost and budget are older, because their services are being updated
 */
record Shot(HomeFigures figures, Gaps.Missing missing, Optional<Currency> currency, boolean moneyStays) {

    HomeFigures in(Unit unit) {
        return figures.in(unit);
    }
}
