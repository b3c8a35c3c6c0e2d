package energy.sem.display.paint;

import org.junit.jupiter.api.Test;

import energy.sem.display.OurClasses;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** Who may know whom among the packages that make a picture. */
class PictureRoomsTest {
    private static final String VIEW = "energy.sem.display.view";
    private static final String RASTER = "energy.sem.display.raster";
    private static final String FONT = "energy.sem.display.font";
    private static final String PAINT = "energy.sem.display.paint";

    @Test
    void the_jdks_own_languages_have_no_part_in_a_picture() {
        noClasses()
                .that()
                .resideInAPackage(PAINT)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.text..", "java.time.format..")
                .because("names of months and forms of numbers change from JDK to JDK")
                .check(OurClasses.ALL);
    }

    @Test
    void a_picture_has_no_clock() {
        noClasses()
                .that()
                .resideInAnyPackage(VIEW, RASTER, FONT, PAINT)
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.time.Clock.class)
                .check(OurClasses.ALL);
    }

    @Test
    void a_view_knows_nothing_of_drawing() {
        classes()
                .that()
                .resideInAPackage(VIEW)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(VIEW, "java..", "com.fasterxml.jackson.annotation")
                .check(OurClasses.ALL);
    }

    @Test
    void pixels_know_nothing_of_letters() {
        classes()
                .that()
                .resideInAPackage(RASTER)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(RASTER, "java..")
                .check(OurClasses.ALL);
    }

    @Test
    void letters_know_nothing_but_pixels() {
        classes()
                .that()
                .resideInAPackage(FONT)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(FONT, RASTER, "java..")
                .check(OurClasses.ALL);
    }

    @Test
    void painting_knows_views_letters_and_pixels() {
        classes()
                .that()
                .resideInAPackage(PAINT)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(PAINT, VIEW, FONT, RASTER, "java..")
                .check(OurClasses.ALL);
    }
}
