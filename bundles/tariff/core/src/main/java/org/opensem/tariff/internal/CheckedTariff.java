package org.opensem.tariff.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.opensem.tariff.DayTerms;
import org.opensem.tariff.Rate;
import org.opensem.tariff.Tariff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whatever tariff there is, perhaps a plug-in's: what it does wrong costs the price, and not the energies beside it. */
final class CheckedTariff implements Tariff {
    private static final Logger LOG = LoggerFactory.getLogger(CheckedTariff.class);

    private final Tariff tariff;
    private final AtomicBoolean ratesFail = new AtomicBoolean();
    private final AtomicBoolean termsFail = new AtomicBoolean();
    private final AtomicBoolean revisionFails = new AtomicBoolean();

    CheckedTariff(Tariff tariff) {
        this.tariff = tariff;
    }

    @Override
    public List<Rate> rates(long from, long to) {
        return ask(ratesFail, () -> checked(tariff.rates(from, to), from, to), List.of());
    }

    private static List<Rate> checked(List<Rate> rates, long from, long to) {
        long before = from;
        for (Rate rate : rates) {
            if (rate.from() < before || rate.to() > to) {
                throw new IllegalStateException("The rates overlap, or leave [" + from + ", " + to + "): " + rate);
            }
            before = rate.to();
        }
        return rates;
    }

    @Override
    public Optional<DayTerms> terms(LocalDate day) {
        return ask(termsFail, () -> tariff.terms(day), Optional.empty());
    }

    @Override
    public Revision revision() {
        return ask(revisionFails, tariff::revision, new Revision(null, 0));
    }

    private <T> T ask(AtomicBoolean failing, Supplier<T> question, T otherwise) {
        try {
            T answer = Objects.requireNonNull(question.get());
            if (failing.compareAndSet(true, false)) {
                LOG.info("The tariff {} answers again", tariff.getClass().getName());
            }
            return answer;
        } catch (RuntimeException | LinkageError e) {
            if (failing.compareAndSet(false, true)) {
                LOG.warn("The tariff {} cannot answer, so there are no prices", tariff.getClass().getName(), e);
            } else {
                LOG.debug("The tariff {} still cannot answer", tariff.getClass().getName(), e);
            }
            return otherwise;
        }
    }
}
