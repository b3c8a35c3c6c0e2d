package energy.sem.system;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Parts of an older version beside parts of this one, on one Kafka and one database, as amid a rolling upgrade. The older
 * version is a checkout that has been built: system-tests/older-beside-newer makes one and calls this.
 */
@EnabledIfSystemProperty(
        named = OlderBesideNewerIT.OLDER,
        matches = ".+",
        disabledReason = "needs a built older version")
class OlderBesideNewerIT {
    static final String OLDER = "sem.test.older";

    private static final List<String> SERVICES = List.of("meter-gateway", "ingest", "history", "display-feed");
    private static final String KEY = "a-key-of-a-test-of-two-versions";
    private static final int ENOUGH = 100;

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0} gateway with {1} ingest, history and display-feed")
    @CsvSource({"older, newer", "newer, older"})
    void each_acknowledged_telegram_is_stored_once_and_answered(String gateway, String others) throws Exception {
        try (RunningSem sem = RunningSem.startOf(
                        mixed(gateway, others), folder.resolve("data"), "--meter=home=push", "--key=home=" + KEY)
                .awaitReady()) {
            SteadyPush push = SteadyPush.begin(sem.gateway("/api/v1/meters/home/telegrams"), KEY, new TestMeter(52));
            try (push) {
                Awaitility.await("telegrams are acknowledged")
                        .atMost(Duration.ofMinutes(2))
                        .until(() -> push.acknowledgedWh().size() >= ENOUGH);
            }
            Awaitility.await("what was acknowledged is answered")
                    .atMost(Duration.ofMinutes(1))
                    .ignoreExceptions()
                    .untilAsserted(() -> {
                        assertThat(Readings.importT1Wh(sem, "home", push.begin()))
                                .doesNotHaveDuplicates()
                                .containsAll(push.acknowledgedWh());
                        long first = push.acknowledgedWh().get(0);
                        long last =
                                push.acknowledgedWh().get(push.acknowledgedWh().size() - 1);
                        String day = "/api/v1/meters/home/history?step=PT1H&from=" + push.begin() + "&to="
                                + push.begin().plus(Duration.ofHours(2));
                        assertThat(Http.json(sem.history(day))
                                        .at("/total/importKwh")
                                        .decimalValue()
                                        .movePointRight(3)
                                        .longValueExact())
                                .isEqualTo(last - first);
                        // Its telegrams are hours old, so it says "stale"; that history is heard is what counts.
                        assertThat(Http.get(sem.display("/display/home/day/0.png"))
                                        .headers()
                                        .firstValue("X-Feed-Status"))
                                .contains("stale");
                    });
        }
    }

    /**
     * A checkout with the gateway of one version and the other services of the other. The launcher is the older one: no version
     * knows the settings of later ones, and those of an earlier one stay valid.
     */
    private Path mixed(String gateway, String others) throws Exception {
        Path mixed = Files.createDirectories(folder.resolve("mixed"));
        Files.createDirectory(mixed.resolve("services"));
        Files.createSymbolicLink(mixed.resolve("cli"), version("older").resolve("cli"));
        for (String service : SERVICES) {
            Path of = version(service.equals("meter-gateway") ? gateway : others);
            Path built = of.resolve("services").resolve(service);
            assertThat(built.resolve("target/quarkus-app/quarkus-run.jar")).exists();
            Files.createSymbolicLink(mixed.resolve("services").resolve(service), built);
        }
        return mixed;
    }

    private static Path version(String name) {
        return name.equals("older") ? Path.of(System.getProperty(OLDER)).toAbsolutePath() : RunningSem.checkout();
    }
}
