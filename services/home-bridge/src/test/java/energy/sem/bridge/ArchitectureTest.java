package energy.sem.bridge;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** Who may know whom within the bridge. */
@AnalyzeClasses(packages = "energy.sem.bridge", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packages_form_no_circle =
            slices().matching("energy.sem.bridge.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule it_knows_no_other_service = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "energy.sem.gateway..", "energy.sem.ingest..", "energy.sem.history..", "energy.sem.display..");

    @ArchTest
    static final ArchRule only_live_knows_kafka = noClasses()
            .that()
            .resideOutsideOfPackage("energy.sem.bridge.live..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule only_mqtt_knows_brokers = noClasses()
            .that()
            .resideOutsideOfPackage("energy.sem.bridge.mqtt..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("energy.sem.mqtt..");

    @ArchTest
    static final ArchRule only_history_knows_its_client = noClasses()
            .that()
            .resideOutsideOfPackage("energy.sem.bridge.history..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus.rest.client..", "org.eclipse.microprofile.rest.client..");
}
