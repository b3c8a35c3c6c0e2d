package energy.sem.system.scaling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import energy.sem.local.process.Folders;

import static org.assertj.core.api.Assertions.assertThat;

/** The run of {@code system-tests/scaling/run}, which says what its properties mean. */
@EnabledIfSystemProperty(named = "sem.scaling", matches = "true", disabledReason = "system-tests/scaling/run")
class ScalingIT {
    private static final int FAST_METERS = 1_000;
    private static final Path FOLDER = Path.of("target/scaling").toAbsolutePath();

    @Test
    void what_is_acknowledged_is_stored_once_at_every_number_of_meters() throws Exception {
        Folders.delete(FOLDER);
        Files.createDirectories(FOLDER);
        List<Outcome> outcomes = new ArrayList<>();
        List<String> ended = new ArrayList<>();
        for (Plan plan : plans()) {
            Path folder = FOLDER.resolve("step" + (outcomes.size() + ended.size()));
            try {
                outcomes.add(Step.take(plan, folder));
                Folders.delete(folder);
            } catch (Exception | AssertionError e) {
                e.printStackTrace();
                ended.add("%s, %d meters: %s".formatted(plan.name(), plan.meters(), e.getMessage()));
            }
            Files.writeString(FOLDER.resolve("results.md"), Tables.of(head(), outcomes, ended));
        }
        System.out.println(Tables.of(head(), outcomes, ended));
        assertThat(ended).isEmpty();
    }

    private static List<Plan> plans() {
        Duration time = Duration.ofSeconds(Integer.getInteger("sem.scaling.seconds", 45));
        String every = System.getProperty("sem.scaling.every", "");
        List<Integer> meters = Stream.of(System.getProperty("sem.scaling.meters", "1,100,1000,10000,100000")
                        .split(",", -1))
                .map(Integer::valueOf)
                .toList();
        if (every.equals("0")) {
            return meters.stream().map(number -> Plan.fast(number, 1, time)).toList();
        }
        List<Plan> plans = new ArrayList<>();
        for (int number : meters) {
            plans.add(Plan.steady(
                    number,
                    every.isEmpty() ? Plan.usualEvery(number) : Duration.ofSeconds(Long.parseLong(every)),
                    time));
            if (number == FAST_METERS && every.isEmpty()) {
                plans.add(Plan.fast(number, 1, time));
                plans.add(Plan.fast(number, 30, time));
                plans.add(Plan.edge(number, Plan.usualEvery(number), time.multipliedBy(4)));
            }
        }
        return plans;
    }

    private static String head() throws IOException {
        String processor = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.replaceFirst("[^:]*: *", ""))
                .findFirst()
                .orElse(System.getProperty("os.arch"));
        long megabytes = Files.readAllLines(Path.of("/proc/meminfo")).stream()
                .filter(line -> line.startsWith("MemTotal:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElseThrow();
        return "Run of %s on %d cores (%s), %d MiB; a telegram of %d bytes."
                .formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        Runtime.getRuntime().availableProcessors(),
                        processor,
                        megabytes,
                        Street.telegramBytes());
    }
}
