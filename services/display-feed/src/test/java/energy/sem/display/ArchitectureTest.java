package energy.sem.display;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

/** Who may know whom within display-feed. */
@AnalyzeClasses(packages = "energy.sem.display", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String VIEW = "energy.sem.display.view";
    private static final String RASTER = "energy.sem.display.raster";
    private static final String FONT = "energy.sem.display.font";
    private static final String PAINT = "energy.sem.display.paint";

    @ArchTest
    static final ArchRule packages_form_no_circle =
            slices().matching("energy.sem.display.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule it_knows_no_other_service = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "energy.sem.gateway..", "energy.sem.ingest..", "energy.sem.history..", "energy.sem.bridge..");

    @ArchTest
    static final ArchRule from_history_to_http_there_is_one_direction = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("view")
            .definedBy("..display.view..")
            .layer("raster")
            .definedBy("..display.raster..", "..display.font..")
            .layer("paint")
            .definedBy("..display.paint..")
            .layer("format")
            .definedBy("..display.format..")
            .layer("history")
            .definedBy("..display.history..")
            .layer("cache")
            .definedBy("..display.cache..")
            .layer("serve")
            .definedBy("..display.serve..")
            .whereLayer("serve")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("cache")
            .mayOnlyBeAccessedByLayers("serve")
            .whereLayer("history")
            .mayOnlyBeAccessedByLayers("cache", "serve")
            .whereLayer("paint")
            .mayOnlyBeAccessedByLayers("cache")
            .whereLayer("format")
            .mayOnlyBeAccessedByLayers("cache", "serve")
            .whereLayer("raster")
            .mayOnlyBeAccessedByLayers("paint", "format", "cache", "serve");

    @ArchTest
    static final ArchRule only_history_asks_over_the_network = noClasses()
            .that()
            .resideOutsideOfPackage("..display.history..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.net.http..",
                    "jakarta.ws.rs.client..",
                    "io.quarkus.rest.client..",
                    "org.eclipse.microprofile.rest.client..",
                    "energy.sem.display.history.api..");

    @ArchTest
    static final ArchRule pictures_do_not_depend_on_the_machine = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.awt..", "javax.imageio..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.zip.Deflater");

    @ArchTest
    static final ArchRule the_jdks_own_languages_have_no_part_in_a_picture = noClasses()
            .that()
            .resideInAPackage(PAINT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.text..", "java.time.format..")
            .because("names of months and forms of numbers change from JDK to JDK");

    @ArchTest
    static final ArchRule a_picture_has_no_clock = noClasses()
            .that()
            .resideInAnyPackage(VIEW, RASTER, FONT, PAINT)
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule a_view_knows_nothing_of_drawing = classes()
            .that()
            .resideInAPackage(VIEW)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(VIEW, "java..", "com.fasterxml.jackson.annotation");

    @ArchTest
    static final ArchRule pixels_know_nothing_of_letters = classes()
            .that()
            .resideInAPackage(RASTER)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(RASTER, "java..");

    @ArchTest
    static final ArchRule letters_know_nothing_but_pixels = classes()
            .that()
            .resideInAPackage(FONT)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(FONT, RASTER, "java..");

    @ArchTest
    static final ArchRule painting_knows_views_letters_and_pixels = classes()
            .that()
            .resideInAPackage(PAINT)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(PAINT, VIEW, FONT, RASTER, "java..");

    @ArchTest
    static void no_two_types_have_one_name(JavaClasses all) {
        Map<String, List<String>> byName = all.stream()
                .filter(type ->
                        !type.isAnonymousClass() && !type.getSimpleName().isEmpty())
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .filter(type -> !type.getPackageName().equals("energy.sem.display.history.api"))
                .collect(groupingBy(JavaClass::getSimpleName, mapping(JavaClass::getName, toList())));

        assertThat(byName.values()).allSatisfy(types -> assertThat(types).hasSize(1));
    }
}
