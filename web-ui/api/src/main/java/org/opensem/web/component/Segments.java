package org.opensem.web.component;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;

/** A choice of one among a few, side by side: period, unit. */
public final class Segments<T> extends RadioButtonGroup<T> {

    /**
     * @param label what is chosen, for screen readers
     * @param options the values and their texts, in order
     * @param selected the value that is chosen at first
     * @param listener told of every change by the user
     */
    public Segments(String label, SequencedMap<T, String> options, T selected, Consumer<T> listener) {
        addClassName("seg");
        setAriaLabel(label);
        setItems(options.keySet());
        Map<T, String> texts = Map.copyOf(options);
        setItemLabelGenerator(texts::get);
        setValue(selected);
        addValueChangeListener(event -> {
            if (event.isFromClient()) {
                listener.accept(event.getValue());
            }
        });
    }

    /** Changes the texts; the values stay. */
    public void relabel(Map<T, String> options) {
        Map<T, String> texts = Map.copyOf(options);
        setItemLabelGenerator(texts::get);
    }
}
