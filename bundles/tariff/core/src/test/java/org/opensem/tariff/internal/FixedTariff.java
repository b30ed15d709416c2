package org.opensem.tariff.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opensem.tariff.DayTerms;
import org.opensem.tariff.Rate;
import org.opensem.tariff.Tariff;

/** A document's prices in Berlin. */
record FixedTariff(Contract contract, ContractTariff prices) implements Tariff {

    static FixedTariff of(Map<String, Object> document) {
        return of(document, House.BERLIN);
    }

    static FixedTariff of(Map<String, Object> document, ZoneId zone) {
        Contract contract = Documents.contract(document);
        return new FixedTariff(contract, new ContractTariff(contract, zone));
    }

    @Override
    public List<Rate> rates(long from, long to) {
        return prices.rates(from, to);
    }

    @Override
    public Optional<DayTerms> terms(LocalDate day) {
        return prices.terms(day);
    }

    @Override
    public Revision revision() {
        return new Revision(contract.versions().isEmpty() ? null : contract.currency(), 1);
    }
}
