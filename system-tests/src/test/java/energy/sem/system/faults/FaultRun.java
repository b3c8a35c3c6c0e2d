package energy.sem.system.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

import energy.sem.local.process.FreePort;
import energy.sem.system.SerialLine;

/**
 * One run: the chain is started, meters speak, faults come and go one after the other, each healed before the next one; then
 * all is compared. Used once, by one thread.
 */
final class FaultRun implements AutoCloseable {
    /** On a machine that has other work as well. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final int PORTS = 20;

    private final Plan plan;
    private final Path folder;
    private final List<Sender> senders = new ArrayList<>();
    private final List<Duration> heals = new ArrayList<>();
    private final List<AutoCloseable> opened = new ArrayList<>();
    private Topology chain;
    private SerialLine cable;
    private Duration slowest = Duration.ZERO;
    private long poison;

    /**
     * What is asked for.
     *
     * @param faults how many
     * @param seed of faults and households
     * @param pushed how many meters push
     * @param served how many are read by TCP; one is read by a serial line beside them, where there can be one
     * @param everyMillis how often each meter speaks
     * @param isCluster whether it is a SEM of three machines
     */
    record Plan(int faults, long seed, int pushed, int served, int everyMillis, boolean isCluster) {
        private static final int FEW = 5;

        /** So many faults, with as many meters as their time allows. */
        static Plan of(int faults, long seed) {
            return faults > FEW ? new Plan(faults, seed, 8, 2, 200, false) : new Plan(faults, seed, 4, 1, 100, false);
        }

        /** The same for a SEM of three machines, whose meters all push. */
        static Plan ofCluster(int faults, long seed) {
            return new Plan(faults, seed, 6, 0, 250, true);
        }

        /** Whether it is a part of each build, which has no time for what takes a minute by itself. */
        boolean isBrief() {
            return faults <= FEW && !isCluster;
        }
    }

    /** @param folder an empty one; what the parts said stays in it */
    FaultRun(Plan plan, Path folder) {
        this.plan = plan;
        this.folder = folder;
    }

    /** Does all of it. */
    Report run() throws Exception {
        start();
        Faults faults = new Faults(chain, plan.seed(), plan.isBrief());
        int done = 0;
        while (done < plan.faults()) {
            List<Fault> together = new ArrayList<>(List.of(faults.next()));
            if (done + 1 < plan.faults() && faults.alsoAnother()) {
                together.add(faults.nextBut(together.get(0)));
            }
            go(together, faults.lastsMillis());
            done += together.size();
        }
        for (Sender sender : senders) {
            sender.close();
        }
        return new Judgement(chain, folder, senders, plan).report(done, poison, heals, slowest);
    }

    private void start() throws Exception {
        Map<String, String> sources = new LinkedHashMap<>();
        Instant first = Instant.now().minus(Duration.ofDays(12));
        IntStream.rangeClosed(1, plan.pushed()).forEach(i -> sources.put("push" + i, "push"));
        int base = freeBase(plan.isCluster() ? Cluster.PORTS : plan.served());
        for (int i = 1; i <= plan.served(); i++) {
            int port = base + PORTS + i;
            sources.put("tcp" + i, "tcp://127.0.0.1:" + port);
            senders.add(
                    CableSender.tcp("tcp" + i, household(100 + i, first), port, plan.everyMillis(), plan.seed() + i));
        }
        if (plan.isCluster()) {
            System.out.println("a SEM of three machines: all meters push");
        } else if (SerialLine.isPossible()) {
            SerialLine.requireSocat();
            cable = SerialLine.open(Files.createDirectories(folder.resolve("line")));
            opened.add(cable);
            sources.put("serial", "serial:" + cable.device() + "?baud=115200&format=8N1");
            senders.add(
                    CableSender.serial("serial", household(200, first), cable, plan.everyMillis(), plan.seed() + 200));
        } else {
            System.out.println("the serial line is left out: socat is missing (Debian: apt-get install socat)");
        }
        Path disturbed = Files.createDirectories(folder.resolve("disturbed"));
        if (plan.isCluster()) {
            chain = Cluster.start(disturbed, base, sources);
        } else {
            Chain one = Chain.start(disturbed, base, sources, true);
            chain = one;
            if (cable != null) {
                one.readsBy(cable);
            }
        }
        for (int i = 1; i <= plan.pushed(); i++) {
            String meter = "push" + i;
            senders.add(PushSender.begin(
                    meter, household(i, first), chain.doors(meter), plan.everyMillis(), plan.seed() + 300 + i));
        }
        awaitSpoken(lastTaken());
    }

    private Household household(int number, Instant first) {
        return new Household(number, plan.seed(), first);
    }

    private void go(List<Fault> together, int lastsMillis) throws Exception {
        boolean cablesSilent = together.size() > 1 || together.get(0).silencesCables();
        String names = String.join(", and ", together.stream().map(Fault::name).toList());
        if (cablesSilent) {
            cables().forEach(cable -> cable.ledger().disturbed());
        }
        System.out.printf("%s  seed %d  %s%n", Instant.now(), plan.seed(), names);
        for (Fault fault : together) {
            fault.inject();
            if (fault instanceof PoisonedRecords poisoned) {
                poison += poisoned.taken();
            }
        }
        long end = System.nanoTime() + lastsMillis * 1_000_000L;
        Awaitility.await("it lasts").atMost(PATIENCE).until(() -> System.nanoTime() >= end);
        // The last one first: what was cut off and then stopped hears only when it runs again.
        for (int i = together.size() - 1; i >= 0; i--) {
            together.get(i).heal();
        }
        long healed = System.nanoTime();
        Map<Sender, Instant> before = lastTaken();
        try {
            chain.awaitReady(PATIENCE);
            awaitSpoken(before);
        } catch (RuntimeException e) {
            throw new AssertionError("not healed of: " + names + " (" + describe(before) + ")", e);
        }
        heals.add(Duration.ofNanos(System.nanoTime() - healed));
        System.out.printf(
                "%s  seed %d  healed in %.1f s, pushes acknowledged within %.1f s%n",
                Instant.now(),
                plan.seed(),
                heals.get(heals.size() - 1).toMillis() / 1000.0,
                slowestNow().toMillis() / 1000.0);
    }

    /** Since the fault before; kept for the report. */
    private Duration slowestNow() {
        Duration now = senders.stream()
                .filter(PushSender.class::isInstance)
                .map(sender -> ((PushSender) sender).takeSlowest())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        slowest = now.compareTo(slowest) > 0 ? now : slowest;
        return now;
    }

    private Stream<Sender> cables() {
        return senders.stream().filter(Sender::isCable);
    }

    private Map<Sender, Instant> lastTaken() {
        Map<Sender, Instant> last = new LinkedHashMap<>();
        senders.forEach(sender -> last.put(sender, sender.ledger().last()));
        return last;
    }

    /** Waits until of each meter something is stored that was said later; cables are heard again then. */
    private void awaitSpoken(Map<Sender, Instant> before) {
        await("what every meter says is stored").until(() -> {
            try (Connection connection = chain.database()) {
                for (Sender sender : senders) {
                    if (!StoredRows.hasAfter(connection, sender.meter(), sender.serial(), before.get(sender))) {
                        return false;
                    }
                    if (sender.isCable()) {
                        sender.ledger().undisturbed();
                    }
                }
                return true;
            }
        });
    }

    private String describe(Map<Sender, Instant> before) {
        StringBuilder words = new StringBuilder(chain.describe());
        before.forEach((sender, at) -> words.append(sender.meter())
                .append(" was at ")
                .append(at)
                .append(" and is at ")
                .append(sender.ledger().last())
                .append("; "));
        return words.toString();
    }

    static ConditionFactory await(String what) {
        return Awaitility.await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions();
    }

    /** The first of so many ports that are free, below all that systems hand out to outgoing connections. */
    static int freeBase(int further) {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(1_100, 15_000))
                .limit(1000)
                .filter(base ->
                        IntStream.rangeClosed(base, base + PORTS + further).allMatch(FreePort::isFree))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no free ports"));
    }

    @Override
    public void close() throws IOException {
        for (Sender sender : senders) {
            try {
                sender.close();
            } catch (Exception e) {
                System.err.println("while stopping " + sender.meter() + ": " + e);
            }
        }
        if (chain != null) {
            chain.close();
        }
        for (AutoCloseable each : opened) {
            try {
                each.close();
            } catch (Exception e) {
                System.err.println("while stopping: " + e);
            }
        }
    }
}
