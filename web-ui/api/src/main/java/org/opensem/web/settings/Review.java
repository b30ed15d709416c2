package org.opensem.web.settings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.opensem.settings.Fault;

/** Brings each fault to its field; what has none goes to the place of its part, the rest to the save bar. */
final class Review {
    private final Locale locale;
    private final List<Binding<?>> bindings = new ArrayList<>();
    private final List<FaultText> places = new ArrayList<>();
    private boolean insisting;

    Review(Locale locale) {
        this.locale = locale;
    }

    /**
     * A fault that is told.
     *
     * @param binding its field; null if none on the page has it
     * @param placed whether its text stands on the page, beside its field or at its part
     */
    record Told(String path, String message, Binding<?> binding, boolean placed) {}

    void add(Binding<?> binding) {
        bindings.add(binding);
    }

    void add(FaultText place) {
        places.add(place);
    }

    void remove(Binding<?> binding) {
        bindings.remove(binding);
    }

    void remove(FaultText place) {
        places.remove(place);
    }

    /** All fields show a draft that is new. */
    void begin(Draft draft) {
        insisting = false;
        List.copyOf(bindings).forEach(binding -> binding.load(draft));
    }

    /** The fields of a path show what the draft says. */
    void show(String path, Draft draft) {
        bindings.stream().filter(binding -> binding.path().equals(path)).forEach(binding -> binding.show(draft));
    }

    /** The other fields of a field's path follow it. */
    void showBeside(Binding<?> changed, Draft draft) {
        bindings.stream().filter(binding -> binding != changed && binding.path().equals(changed.path()))
                .forEach(binding -> binding.show(draft));
    }

    /** From now on faults are told of fields too that nobody has touched. */
    void insist() {
        insisting = true;
    }

    /** Shows the faults on the page. @return those that are told now, each field once */
    List<Told> show(List<Fault> faults) {
        List<Told> told = new ArrayList<>();
        Set<String> paths = new HashSet<>();
        for (Fault fault : faults) {
            if (paths.add(fault.field())) {
                tell(fault).ifPresent(told::add);
            }
        }
        Set<String> shown = new HashSet<>();
        for (Binding<?> binding : bindings) {
            boolean first = shown.add(binding.path());
            binding.fault(told.stream().filter(t -> first && t.path().equals(binding.path())).map(Told::message).findFirst().orElse(""));
        }
        for (FaultText place : places) {
            place.show(told.stream().filter(t -> t.binding() == null && place.covers(t.path())).map(Told::message).toList());
        }
        return told;
    }

    private Optional<Told> tell(Fault fault) {
        String message = fault.message().in(locale);
        Optional<Binding<?>> binding = at(fault.field());
        if (binding.isPresent()) {
            return binding.filter(b -> b.tells(insisting)).map(b -> new Told(fault.field(), message, b, true));
        }
        boolean placed = places.stream().anyMatch(place -> place.covers(fault.field()));
        return Optional.of(new Told(fault.field(), message, null, placed));
    }

    private Optional<Binding<?>> at(String path) {
        return bindings.stream().<Binding<?>>map(b -> b).filter(binding -> binding.path().equals(path)).findFirst();
    }

    /** A field's name for people, wherever in the document it is: the guide knows better which of several it is. */
    String name(String path, FieldGuide guide) {
        String name = guide.name(path);
        return name.equals(path) ? at(path).map(Binding::name).orElse(path) : name;
    }
}
