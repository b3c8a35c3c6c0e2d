package energy.sem.gateway;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** Who may know whom within the gateway. */
@AnalyzeClasses(packages = "energy.sem.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packages_form_no_circle =
            slices().matching("energy.sem.gateway.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule it_knows_no_other_service = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "energy.sem.ingest..", "energy.sem.history..", "energy.sem.display..", "energy.sem.bridge..");

    @ArchTest
    static final ArchRule serial_ports_are_the_sources_own =
            noClasses().should().dependOnClassesThat().resideInAPackage("com.fazecast..");

    @ArchTest
    static final ArchRule only_backlog_knows_the_store = noClasses()
            .that()
            .resideOutsideOfPackage("energy.sem.gateway.backlog..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.h2..");

    @ArchTest
    static final ArchRule only_publish_and_share_know_kafka = noClasses()
            .that()
            .resideOutsideOfPackages("energy.sem.gateway.publish..", "energy.sem.gateway.share..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..", "io.smallrye.reactive.messaging..", "org.eclipse.microprofile.reactive..");
}
