package energy.sem.cli.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The services, in the order of their ports. */
public enum Service {
    GATEWAY("meter-gateway", 0),
    HISTORY("history", 1),
    INGEST("ingest", 2),
    DISPLAY("display-feed", 3),
    /** Runs only where something is configured that it shall talk to: see {@link #startedWith}. */
    BRIDGE("home-bridge", 4);

    private static final String LOCAL_APIS = "SEM_LOCAL_API_(HOMEWIZARD|DSMR_READER)";

    /** What the bridge talks to: a broker, whoever hears of alarms, and clients of the local APIs. */
    private static final Pattern OUTWARD = Pattern.compile("SEM_MQTT_URL|SEM_ALARMS_[A-Z0-9_]+|" + LOCAL_APIS);

    private final String title;
    private final int aboveBase;

    Service(String title, int aboveBase) {
        this.title = title;
        this.aboveBase = aboveBase;
    }

    /** Those that these settings start: all, but the bridge only where it has something to talk to. */
    public static List<Service> startedWith(Map<String, String> settings) {
        return isBridgeOn(settings)
                ? List.of(values())
                : Arrays.stream(values()).filter(each -> each != BRIDGE).toList();
    }

    private static boolean isBridgeOn(Map<String, String> settings) {
        return settings.entrySet().stream()
                .anyMatch(each -> OUTWARD.matcher(each.getKey()).matches()
                        && !each.getValue().isBlank());
    }

    /** Whether these settings make the bridge answer as a HomeWizard or as DSMR-reader. */
    public static boolean hasLocalApi(Map<String, String> settings) {
        return settings.entrySet().stream()
                .anyMatch(each ->
                        each.getKey().matches(LOCAL_APIS) && !each.getValue().isBlank());
    }

    /** Its name, which is also that of its folder. */
    public String title() {
        return title;
    }

    /** How far its port is above the first. */
    public int aboveBase() {
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
