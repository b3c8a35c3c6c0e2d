package energy.sem.cli.process;

import java.nio.file.Files;
import java.nio.file.Path;

/** The four services, in the order of their ports. */
public enum Service {
    GATEWAY("meter-gateway", 0),
    HISTORY("history", 1),
    INGEST("ingest", 2),
    DISPLAY("display-feed", 3);

    private final String title;
    private final int aboveBase;

    Service(String title, int aboveBase) {
        this.title = title;
        this.aboveBase = aboveBase;
    }

    /** Its name, which is also that of its folder. */
    public String title() {
        return title;
    }

    /** How far its port is above the first. */
    int aboveBase() {
        return aboveBase;
    }

    /**
     * The folder that Quarkus packaged.
     *
     * @param home an unpacked release, which has it in {@code lib}, or a checkout, in which it was built
     */
    public Path application(Path home) {
        Path released = home.resolve("lib/services").resolve(title);
        return Files.isDirectory(released)
                ? released
                : home.resolve("services").resolve(title).resolve("target/quarkus-app");
    }
}
