package energy.sem.local.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Chooses how this JVM runs its one pair of services, and ends it with the JVM. */
public final class SharedServices {

    /** A system property: true runs the services as containers instead of processes. */
    static final String CONTAINERS_PROPERTY = "sem.test.containers";

    private static StoppableServices instance;

    private SharedServices() {}

    /** Those of this class loader, which {@link TestServices#get()} chooses. Public because it calls from others. */
    public static synchronized TestServices instance() {
        if (instance == null) {
            StoppableServices services = Boolean.getBoolean(CONTAINERS_PROPERTY)
                    ? new ContainerServices()
                    : new ProcessServices(newFolder());
            Runtime.getRuntime().addShutdownHook(new Thread(services::close, "close-test-services"));
            instance = services;
        }
        return instance;
    }

    // Below Maven's target, which a later clean removes whatever happens to this JVM.
    private static Path newFolder() {
        try {
            Path target = Path.of("target").toAbsolutePath();
            return Files.isDirectory(target)
                    ? Files.createTempDirectory(target, "test-services-")
                    : Files.createTempDirectory("sem-test-services-");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder for the data of the test services", e);
        }
    }
}
