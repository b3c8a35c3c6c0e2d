package energy.sem.system.scaling;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;

import energy.sem.cli.process.Service;
import energy.sem.system.ProcessCost;

import static org.assertj.core.api.Assertions.assertThat;

/** One step: a fresh SEM, its meters, their first telegrams, and then what is measured. */
final class Step {
    /** As many as one file may have. */
    private static final int METERS_A_FILE = 20_000;

    /** Of more meters the others are only there, or the run would take an hour. */
    private static final int MOST_FIRST = 20_000;

    private static final Duration FIRST_PATIENCE = Duration.ofSeconds(150);
    private static final Duration STORED_PATIENCE = Duration.ofMinutes(5);
    private static final Duration PAST = Duration.ofHours(1);
    private static final int QUARTER_SECONDS = 900;

    private final Plan plan;
    private final SemProcesses sem;
    private final Lag lag;
    private final List<EdgeTimes.Sample> samples = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong mostBehind = new AtomicLong();
    private final AtomicReference<Exception> unlooked = new AtomicReference<>();

    private Step(Plan plan, SemProcesses sem, Lag lag) {
        this.plan = plan;
        this.sem = sem;
        this.lag = lag;
    }

    /** Takes it. Throws where a part ends, or what was acknowledged is not stored once. */
    static Outcome take(Plan plan, Path folder) throws Exception {
        say("%s: %d meters", plan.name(), plan.meters());
        try (SemProcesses sem = new SemProcesses(folder, plan.heapMegabytes());
                Lag lag = new Lag(sem.bootstrapServers())) {
            return new Step(plan, sem, lag).take();
        }
    }

    private Outcome take() throws Exception {
        long began = System.nanoTime();
        Map<String, String> keys = addMeters();
        double addSeconds = since(began);
        say("added in %.1f s", addSeconds);
        Street street = new Street(plan.meters(), first(), plan.stepSeconds(), keys);

        Pushing firsts = new Pushing(street, sem, 1);
        double firstSeconds = firsts.fast(Math.min(plan.meters(), MOST_FIRST), FIRST_PATIENCE);
        double firstBehindSeconds = untilStored(firsts.acknowledged());
        say(
                "first telegrams of %d: %.0f/s, stored %.1f s later",
                firsts.acknowledged(), firsts.acknowledged() / firstSeconds, firstBehindSeconds);

        Pushing pushing = new Pushing(street, sem, plan.telegramsAPush());
        long kafkaBytes = sem.kafkaBytes();
        long tableBytes = sem.tableBytes();
        Lag.Moment before = lag.now();
        Map<String, Double> used = processorSeconds();
        ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor();
        long start = System.nanoTime();
        var unused = looking.scheduleAtFixedRate(() -> look(start), 0, 1, TimeUnit.SECONDS);
        Questions questions = new Questions(sem, (int) firsts.acknowledged());
        try {
            double seconds = plan.isFast()
                    ? pushing.fast(Long.MAX_VALUE, plan.time())
                    : pushing.evenly(plan.every(), plan.time());
            Map<String, Double> usedAfter = processorSeconds();
            Lag.Moment after = lag.now();
            looking.shutdownNow();
            sem.requireAlive();
            double behindSeconds = untilStored(firsts.acknowledged() + pushing.acknowledged());
            questions.stop();
            assertEachOnce(firsts, pushing);
            if (unlooked.get() != null) {
                throw unlooked.get();
            }
            return new Outcome(
                    plan,
                    addSeconds,
                    firsts.acknowledged() / firstSeconds,
                    firstBehindSeconds,
                    (int) firsts.acknowledged(),
                    seconds,
                    pushing.acknowledged(),
                    (after.stored() - before.stored()) / seconds,
                    pushing.answers(),
                    pushing.refused(),
                    mostBehind.get(),
                    behindSeconds,
                    cores(used, usedAfter, seconds),
                    megabytes(),
                    sem.kafkaBytes() - kafkaBytes,
                    sem.tableBytes() - tableBytes,
                    questions.answers(),
                    questions.failure(),
                    plan.edge() ? EdgeTimes.of(samples, seconds / 2) : null);
        } finally {
            questions.stop();
            looking.shutdownNow();
        }
    }

    private Map<String, String> addMeters() throws IOException, InterruptedException {
        List<String> names = Street.names(plan.meters());
        Map<String, String> keys = new HashMap<>();
        for (int from = 0; from < names.size(); from += METERS_A_FILE) {
            long began = System.nanoTime();
            keys.putAll(sem.addMeters(names.subList(from, Math.min(names.size(), from + METERS_A_FILE))));
            if (names.size() > METERS_A_FILE) {
                say("%d are there, the last file took %.1f s", keys.size(), since(began));
            }
        }
        return keys;
    }

    /** When the first meter speaks first: an edge, where one is wanted, comes in the middle of what follows. */
    private Instant first() {
        if (plan.edge()) {
            long rounds = plan.time().dividedBy(plan.every());
            long edge = Instant.now().minus(plan.time()).getEpochSecond() / QUARTER_SECONDS * QUARTER_SECONDS;
            return Instant.ofEpochSecond(edge).minus(plan.every().multipliedBy(rounds / 2 + 1));
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return plan.isFast() ? now.minus(PAST) : now.minus(plan.every());
    }

    private void look(long start) {
        try {
            long behind = lag.now().behind();
            mostBehind.accumulateAndGet(behind, Math::max);
            if (plan.edge()) {
                String metrics = new String(sem.ask(Service.INGEST, "/q/metrics"), StandardCharsets.UTF_8);
                samples.add(new EdgeTimes.Sample(
                        since(start),
                        metric(metrics, "sem_ingest_batch_transaction_seconds_count"),
                        metric(metrics, "sem_ingest_batch_transaction_seconds_sum"),
                        metric(metrics, "sem_ingest_batch_events_sum"),
                        behind));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | ExecutionException | RuntimeException e) {
            unlooked.set(e);
        }
    }

    private static double metric(String metrics, String name) {
        Matcher found =
                Pattern.compile("(?m)^" + name + "(?:\\{[^}]*})? (\\S+)$").matcher(metrics);
        assertThat(found.find()).as(name).isTrue();
        return Double.parseDouble(found.group(1));
    }

    /** Waits for those too that the gateway keeps on its disk since Kafka takes fewer. */
    private double untilStored(long acknowledged) {
        long began = System.nanoTime();
        Awaitility.await("all is stored")
                .atMost(STORED_PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    sem.requireAlive();
                    return lag.now().behind() == 0 && sem.storedReadings() >= acknowledged;
                });
        return since(began);
    }

    private void assertEachOnce(Pushing... all) throws Exception {
        long acknowledged = 0;
        long perhaps = 0;
        for (Pushing each : all) {
            acknowledged += each.acknowledged();
            perhaps += each.givenUp();
            each.refusals().forEach(refusal -> say("a push was answered: %s", refusal));
        }
        // The device and its time are the key of a reading, so none is there twice.
        assertThat(sem.storedReadings())
                .as("stored of %d acknowledged and %d given up", acknowledged, perhaps)
                .isBetween(acknowledged, acknowledged + perhaps);
        assertThat(lag.dead()).as("records that could not be stored").isZero();
    }

    private Map<String, Double> processorSeconds() throws IOException {
        Map<String, Double> used = new LinkedHashMap<>();
        for (Map.Entry<String, Long> part : sem.pids().entrySet()) {
            used.put(part.getKey(), ProcessCost.cpuSeconds(part.getValue()));
        }
        used.put(Outcome.CLIENT, ProcessCost.cpuSeconds(ProcessHandle.current().pid()));
        double all = used.values().stream().mapToDouble(Double::doubleValue).sum();
        used.put(Outcome.OTHERS, ProcessCost.machineSeconds() - all);
        return used;
    }

    private static Map<String, Double> cores(Map<String, Double> before, Map<String, Double> after, double seconds) {
        Map<String, Double> cores = new LinkedHashMap<>();
        after.forEach((part, used) -> cores.put(part, Math.max(0, used - before.get(part)) / seconds));
        return cores;
    }

    private Map<String, Long> megabytes() throws IOException {
        Map<String, Long> megabytes = new LinkedHashMap<>();
        for (Map.Entry<String, Long> part : sem.pids().entrySet()) {
            megabytes.put(part.getKey(), ProcessCost.mostResidentKib(part.getValue()) / 1024);
        }
        return megabytes;
    }

    private static double since(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }

    @SuppressWarnings("AnnotateFormatMethod") // its annotation is not on the class path
    private static void say(String form, Object... values) {
        System.out.println("SCALING " + String.format(form, values));
    }
}
