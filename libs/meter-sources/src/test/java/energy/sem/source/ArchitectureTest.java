package energy.sem.source;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import energy.sem.mqtt.MqttConnection;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** Who may know whom among the sources. */
@AnalyzeClasses(packages = "energy.sem.source", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packages_form_no_circle =
            slices().matching("energy.sem.source.(**)").should().beFreeOfCycles();

    // ./sem parses sources and has none of the libraries that they are read with.
    @ArchTest
    static final ArchRule how_a_source_is_written_is_known_without_the_libraries_that_read_it = noClasses()
            .that(assignableTo(SourceKind.class).or(assignableTo(Source.class)))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fazecast..", "com.hivemq..")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(MqttConnection.class);
}
