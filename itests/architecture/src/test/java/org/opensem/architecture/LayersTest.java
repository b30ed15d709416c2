package org.opensem.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

/** The doors of docs/architecture.md (X1, X4, T3): who may know whom. */
class LayersTest {

    @Test
    void theWholeTreeIsExamined() {
        assertThat(Tree.MODULES).hasSizeGreaterThan(20);
        assertThat(Tree.CLASSES).hasSizeGreaterThan(150);
    }

    @Test
    void nobodyUsesTheInternalsOfAnotherModule() {
        classes().that().resideInAPackage("org.opensem..").should(keepOutOfForeignInternals()).check(Tree.CLASSES);
    }

    @Test
    void apisKnowTheJdkAndFewOthers() {
        classes().that(DescribedPredicate.describe("are in an api module",
                        type -> Tree.ours(type) && Tree.module(type).endsWith("/api") && !Tree.module(type).startsWith("web-ui")))
                .should().onlyDependOnClassesThat(DescribedPredicate.describe(
                        "belong to the JDK, to metering/api, to language, or to the apis that they build on", LayersTest::plain))
                .check(Tree.CLASSES);
    }

    private static boolean plain(JavaClass named) {
        JavaClass type = named.getBaseComponentType();
        String name = type.getPackageName();
        return name.startsWith("java.") || name.startsWith("javax.sql") || name.isEmpty()
                || name.startsWith("org.osgi.annotation") || Tree.ours(type) && name.matches(
                        "org\\.opensem\\.(metering|language|time|database|store|aggregation|settings|tariff|report|access)");
    }

    @Test
    void sqlStaysInTheJdbcPackages() {
        noClasses().that().resideOutsideOfPackages("..internal.jdbc..", "org.opensem.database..")
                .should().dependOnClassesThat().resideInAnyPackage("java.sql..", "javax.sql..").check(Tree.CLASSES);
    }

    @Test
    void vaadinStaysUnderTheConsole() {
        noClasses().that().resideOutsideOfPackages("org.opensem.web..", "org.opensem.examples..")
                .should().dependOnClassesThat().resideInAPackage("com.vaadin..").check(Tree.CLASSES);
    }

    @Test
    void timeComesFromTheClockService() {
        noClasses().that().resideOutsideOfPackages("org.opensem.time.internal..")
                .should().callMethod(Instant.class, "now").orShould().callMethod(LocalDate.class, "now")
                .orShould().callMethod(LocalDateTime.class, "now").orShould().callMethod(ZonedDateTime.class, "now")
                .orShould().callMethod(OffsetDateTime.class, "now").orShould().callMethod(System.class, "currentTimeMillis")
                .orShould().callMethod(Clock.class, "systemUTC").orShould().callMethod(ZoneId.class, "systemDefault")
                .check(Tree.CLASSES);
    }

    @Test
    void theMeasuringPathKnowsNoZone() {
        noClasses().that().resideInAnyPackage("org.opensem.metering.sampler.internal..", "org.opensem.database..",
                        "org.opensem.store")
                .should().dependOnClassesThat().areAssignableTo(ZoneId.class).check(Tree.CLASSES);
    }

    private static ArchCondition<JavaClass> keepOutOfForeignInternals() {
        return new ArchCondition<>("keep out of other modules' internal packages") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency d : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = d.getTargetClass();
                    if (Tree.ours(target) && target.getPackageName().contains(".internal")
                            && !Tree.module(target).equals(Tree.module(type))) {
                        events.add(SimpleConditionEvent.violated(type, d.getDescription()));
                    }
                }
            }
        };
    }
}
