package org.opensem.tariff.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import org.opensem.tariff.Tariff;
import org.opensem.testkit.tariff.TariffContract;

/** openSEM's own tariff keeps what every tariff keeps (E3, X4). */
class OwnTariffContractTest extends TariffContract {
    private final Tariff tariff = FixedTariff.of(Documents.of(
            Documents.nightRate("2026-10-10", "90.00", "0.36", "0.24"), Documents.oneRate("2026-11-01", "95.00", "0.33")));

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
        return LocalDate.of(2026, 10, 12);
    }
}
