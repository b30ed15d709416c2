package org.opensem.tariff;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What electricity costs and when (E3). openSEM's own has tiers, two rates and dated versions; a plug-in may bring another, for
 * example hourly prices. The service that ranks highest is used. Answers must not depend on the wall clock: the same stretch has
 * the same price whenever it is asked for, unless the tariff was changed; then {@link #revision} differs.
 */
@ConsumerType
public interface Tariff {

    /**
     * The prices in {@code [from, to)} (epoch seconds): ascending, without overlap, cut to the range. Where nothing is known, as
     * before the first version, a stretch is left out, and its energy has no cost.
     */
    List<Rate> rates(long from, long to);

    /** What holds for a whole local day; empty where nothing is known. */
    Optional<DayTerms> terms(LocalDate day);

    /** The currency of all of it, and a number that changes with every change of the tariff. */
    Revision revision();

    /** @param currency ISO 4217; null while no tariff is set */
    record Revision(Currency currency, long number) {}
}
