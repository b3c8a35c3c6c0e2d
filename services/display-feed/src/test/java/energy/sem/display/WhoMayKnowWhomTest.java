package energy.sem.display;

import java.nio.file.Path;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The rules of the house, within this room. */
class WhoMayKnowWhomTest {
    private static final JavaClasses CLASSES = new ClassFileImporter().importPath(Path.of("target", "classes"));

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
                .layer("shelf")
                .definedBy("..display.shelf..")
                .layer("serve")
                .definedBy("..display.serve..")
                .whereLayer("serve")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("shelf")
                .mayOnlyBeAccessedByLayers("serve")
                .whereLayer("history")
                .mayOnlyBeAccessedByLayers("shelf", "serve")
                .whereLayer("paint")
                .mayOnlyBeAccessedByLayers("shelf")
                .whereLayer("format")
                .mayOnlyBeAccessedByLayers("shelf", "serve")
                .whereLayer("raster")
                .mayOnlyBeAccessedByLayers("paint", "format", "shelf");
        rule.check(CLASSES);
    }

    @Test
    void packages_do_not_know_each_other_in_circles() {
        slices().matching("energy.sem.display.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void only_history_asks_over_the_network() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..display.history..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.net.http..")
                .check(CLASSES);
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
                .check(CLASSES);
    }
}
