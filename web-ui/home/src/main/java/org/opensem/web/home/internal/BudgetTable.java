package org.opensem.web.home.internal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;

/** The budget in figures, for those who do not look at dials. */
final class BudgetTable extends Div {
    private final Words words;
    private final NativeTableBody body;

    BudgetTable(Words words) {
        this.words = words;
        addClassName("scroll");
        NativeTable table = new NativeTable();
        body = table.addBody();
        table.addClassNames("t", "budget-table");
        table.getElement().setAttribute("aria-label", words.get("panel.budget"));
        add(table);
    }

    void show(BudgetFigures budget) {
        body.removeAll();
        budget.prepaid().ifPresent(paid -> {
            row(words.get("instalment"), budget.money(paid.instalment()));
            row(words.get("price"), budget.price(paid.pricePerKwh()));
            row(words.get("prepaid"), words.formats().power(paid.watts().doubleValue()).toString());
        });
        budget.period().ifPresent(period -> {
            row(budget.remainingLabel(), budget.both(period.remaining()));
            row(words.get("consumed"), budget.both(period.consumed()));
        });
        budget.projection().ifPresent(projection -> {
            row(budget.monthLabel(), budget.money(projection.monthEnd()));
            row(words.get("difference"), budget.difference(budget.monthDifference()));
            row(words.get("projection.year"), budget.money(projection.billingYearEnd()));
            row(words.get("difference"), budget.difference(projection.refund()));
        });
    }

    private void row(String name, String value) {
        NativeTableHeaderCell head = new NativeTableHeaderCell(name);
        head.getElement().setAttribute("scope", "row");
        NativeTableRow row = new NativeTableRow();
        row.add(head, new NativeTableCell(value));
        body.add(row);
    }
}
