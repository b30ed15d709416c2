package org.opensem.itests.web;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What tests expect of a {@link MeasuredHouse} are sums of 24 hours: on the days after a clock change they are skipped. */
final class WholeYesterday implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        ZoneId zone = MeasuredHouse.ZONE;
        LocalDate today = LocalDate.now(zone);
        boolean whole = today.atStartOfDay(zone).getOffset().equals(today.minusDays(1).atStartOfDay(zone).getOffset());
        return whole ? ConditionEvaluationResult.enabled("Yesterday had 24 hours")
                : ConditionEvaluationResult.disabled("Yesterday had 23 or 25 hours, the sums expected are those of 24");
    }
}
