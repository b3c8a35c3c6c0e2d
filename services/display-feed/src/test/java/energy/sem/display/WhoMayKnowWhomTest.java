package energy.sem.display;

import java.util.List;
import java.util.Map;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

/** The rules of the house, within this room. */
class WhoMayKnowWhomTest {
    @Test
    void from_history_to_http_there_is_one_direction() {
        ArchRule rule = layeredArchitecture()
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
                .mayOnlyBeAccessedByLayers("paint", "format", "cache");
        rule.check(OurClasses.ALL);
    }

    @Test
    void packages_do_not_know_each_other_in_circles() {
        slices().matching("energy.sem.display.(*)..").should().beFreeOfCycles().check(OurClasses.ALL);
    }

    @Test
    void only_history_asks_over_the_network() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..display.history..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.net.http..")
                .check(OurClasses.ALL);
    }

    @Test
    void pictures_do_not_depend_on_the_machine() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.awt..", "javax.imageio..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.zip.Deflater")
                .check(OurClasses.ALL);
    }

    @Test
    void no_two_types_have_one_name() {
        Map<String, List<String>> byName = OurClasses.ALL.stream()
                .filter(type ->
                        !type.isAnonymousClass() && !type.getSimpleName().isEmpty())
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(groupingBy(JavaClass::getSimpleName, mapping(JavaClass::getName, toList())));

        assertThat(byName.values()).allSatisfy(types -> assertThat(types).hasSize(1));
    }
}
