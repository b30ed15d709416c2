package org.opensem.web.home.internal;

import org.opensem.web.home.HomeFigures;
import org.opensem.web.home.HomeFigures.Prices;
import org.opensem.web.home.PanelContext;

/** Why there is no budget, and what to do: no price, no instalment, or its services are away. */
final class MissingBudget {

    private MissingBudget() {}

    /** @param panel whose figures they would be */
    static void say(Say say, String panel, HomeFigures figures, PanelContext context, Words words) {
        say.noStep();
        if (figures.money().prices() == Prices.AWAY) {
            say.show(words.get("cost.away"), words.get("cost.away.more"));
            return;
        }
        boolean priced = figures.money().prices() == Prices.KNOWN;
        String key = (priced ? "instalment.none." : "tariff.none.") + panel;
        say.show(words.get(key), words.get(key + ".more"));
        if (NextStep.TARIFF.isThere(context)) {
            say.step(words.get(priced ? "instalment.button" : "tariff.button"), () -> NextStep.TARIFF.open(context));
        }
    }
}
