package energy.sem.display;

import java.nio.file.Path;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** The classes of the service without those of its tests, read once for all rules. */
public final class OurClasses {
    public static final JavaClasses ALL = new ClassFileImporter().importPath(Path.of("target", "classes"));

    private OurClasses() {}
}
