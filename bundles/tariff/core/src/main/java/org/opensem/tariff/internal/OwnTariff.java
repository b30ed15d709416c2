package org.opensem.tariff.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.opensem.settings.Fault;
import org.opensem.settings.Fields;
import org.opensem.tariff.DayTerms;
import org.opensem.tariff.Rate;
import org.opensem.tariff.Tariff;
import org.opensem.time.ClockService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * openSEM's own tariff, from the settings' group {@code tariff}. It ranks below every plug-in's. A change takes effect with the
 * next question; a configuration with faults is refused and the tariff before it stays.
 */
@Component(service = Tariff.class, configurationPid = Contract.PID, property = "service.ranking:Integer=-1000")
public final class OwnTariff implements Tariff {
    private static final Logger LOG = LoggerFactory.getLogger(OwnTariff.class);

    private final ClockService clock;
    private volatile State state = State.of(Contract.NONE, ZoneId.of("UTC"));

    /** What one answer is made of. @param content a number for everything that prices depend on */
    private record State(Contract contract, ContractTariff tariff, long content) {
        static State of(Contract contract, ZoneId zone) {
            return new State(contract, new ContractTariff(contract, zone), digest(ContractDocument.of(contract) + zone.getId()));
        }

        private static long digest(String text) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
                return ByteBuffer.wrap(hash).getLong();
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Activate
    public OwnTariff(@Reference ClockService clock, Map<String, ?> properties) {
        this.clock = clock;
        modified(properties);
    }

    @Modified
    public void modified(Map<String, ?> properties) {
        Map<String, Object> own = new HashMap<>();
        properties.forEach((name, value) -> {
            if (ContractReader.FIELDS.contains(name.split("[.\\[]", 2)[0])) {
                own.put(name, value);
            }
        });
        Fields fields = Fields.ofProperties(own);
        Contract contract = ContractReader.read(fields);
        List<Fault> faults = fields.faults();
        if (faults.isEmpty()) {
            set(contract, clock.zone());
        } else {
            LOG.warn("The configuration {} is refused, and the tariff stays as it was: {}", Contract.PID, faults.stream()
                    .map(fault -> fault.field() + ": " + fault.message().in(Locale.ENGLISH)).collect(Collectors.joining(" ")));
        }
    }

    private synchronized void set(Contract contract, ZoneId zone) {
        state = State.of(contract, zone);
    }

    /** The zone is a setting of its own: when it changes, so do the hours of the low rate and the days. */
    private State state() {
        ZoneId zone = clock.zone();
        return state.tariff().zone().equals(zone) ? state : moved(zone);
    }

    private synchronized State moved(ZoneId zone) {
        set(state.contract(), zone);
        return state;
    }

    @Override
    public List<Rate> rates(long from, long to) {
        return state().tariff().rates(from, to);
    }

    @Override
    public Optional<DayTerms> terms(LocalDate day) {
        return state().tariff().terms(day);
    }

    @Override
    public Revision revision() {
        State current = state();
        return new Revision(current.contract().versions().isEmpty() ? null : current.contract().currency(), current.content());
    }
}
