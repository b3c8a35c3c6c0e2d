package energy.sem.history;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** Who may know whom within history. */
@AnalyzeClasses(packages = "energy.sem.history", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packages_form_no_circle =
            slices().matching("energy.sem.history.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule it_knows_no_other_service = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "energy.sem.gateway..", "energy.sem.ingest..", "energy.sem.display..", "energy.sem.bridge..");

    @ArchTest
    static final ArchRule answers_know_nobody = noClasses()
            .that()
            .resideInAPackage("..answer..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..calendar..",
                    "..store..",
                    "..period..",
                    "..peak..",
                    "..live..",
                    "..api..",
                    "energy.sem.quarter..",
                    "energy.sem.event..");

    @ArchTest
    static final ArchRule the_calendar_is_pure = classes()
            .that()
            .resideInAPackage("..calendar..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "..calendar..",
                    "energy.sem.base..",
                    "energy.sem.quarter..",
                    "java..",
                    "jakarta.inject..",
                    "jakarta.enterprise.context..",
                    "org.eclipse.microprofile.config..");

    @ArchTest
    static final ArchRule only_the_store_speaks_sql = noClasses()
            .that()
            .resideOutsideOfPackages("..store..")
            .and()
            .haveSimpleNameNotStartingWith("DatabaseAway")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.hibernate..");

    @ArchTest
    static final ArchRule only_live_hears_kafka = noClasses()
            .that()
            .resideOutsideOfPackages("..live..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.eclipse.microprofile.reactive..");
}
