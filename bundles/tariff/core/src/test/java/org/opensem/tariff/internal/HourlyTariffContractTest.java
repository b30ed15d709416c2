package org.opensem.tariff.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import org.opensem.tariff.Tariff;
import org.opensem.testkit.tariff.TariffContract;

/** A tariff such as a plug-in may bring passes the same contract (E3, X4). */
class HourlyTariffContractTest extends TariffContract {
    private final Tariff tariff = new HourlyTariff(House.second("2026-03-10T00:00"));

    @Override
    protected Tariff tariff() {
        return tariff;
    }

    @Override
    protected ZoneId zone() {
        return House.BERLIN;
    }

    @Override
    protected LocalDate firstDay() {
        return LocalDate.of(2026, 3, 10);
    }
}
