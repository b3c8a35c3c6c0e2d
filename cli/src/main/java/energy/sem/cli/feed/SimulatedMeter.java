package energy.sem.cli.feed;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.LongConsumer;

import energy.sem.cli.household.Household;
import energy.sem.cli.household.HouseholdTelegram;
import energy.sem.cli.meter.Simulation;

/** A simulated household as a meter: its past in quarter hours, its present each second. Thread-safe. */
public final class SimulatedMeter implements AutoCloseable {
    private static final long QUARTER_S = 900;

    /** Where the household's calendar is. */
    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    private final String name;
    private final Simulation simulation;
    private final Household household;
    private final HouseholdTelegram telegrams;
    private final LiveFeed live;

    private SimulatedMeter(String name, Simulation simulation) {
        this.name = name;
        this.simulation = simulation;
        this.household = new Household(simulation.seed());
        this.telegrams = new HouseholdTelegram(simulation.seed());
        this.live = LiveFeed.open(name, this::telegramAt);
    }

    /** The meter, whose line is open and silent. */
    public static SimulatedMeter open(String name, Simulation simulation) {
        return new SimulatedMeter(name, simulation);
    }

    public String name() {
        return name;
    }

    /** The source by which the gateway hears it. */
    public String source() {
        return "tcp://127.0.0.1:" + live.port();
    }

    /**
     * The first quarter-hour edge that is missing.
     *
     * @param lastStored the newest reading that is stored, or null when there is none
     */
    public Instant firstMissing(Instant lastStored, Instant now) {
        Instant oldest = now.atZone(ZONE).minus(simulation.history()).toInstant();
        Instant from = oldest.isBefore(Household.firstInstant()) ? Household.firstInstant() : oldest;
        if (lastStored != null && !lastStored.isBefore(from)) {
            return edgeAtOrAfter(lastStored.plusSeconds(1));
        }
        return edgeAtOrAfter(from);
    }

    /** How many edges there are from the first to the last, both included. */
    public static long edges(Instant first, Instant now) {
        return now.isBefore(first) ? 0 : (now.getEpochSecond() - first.getEpochSecond()) / QUARTER_S + 1;
    }

    /** The last edge that is not after now. */
    public static Instant lastEdge(Instant now) {
        return Instant.ofEpochSecond(now.getEpochSecond() / QUARTER_S * QUARTER_S);
    }

    /**
     * Pushes one telegram for each quarter-hour edge and returns when the gateway holds them safely.
     *
     * @param first an edge
     * @param now the last edge is at or before it
     */
    public void pushHistory(HttpClient http, URI gateway, String key, Instant first, Instant now, LongConsumer progress)
            throws InterruptedException {
        HistoryPush push = new HistoryPush(http, gateway, name, key, progress);
        for (Instant edge = first; !edge.isAfter(now); edge = edge.plusSeconds(QUARTER_S)) {
            push.add(telegramAt(edge));
        }
        push.finish();
    }

    /** From now on its line carries a telegram a second. */
    public void goLive() {
        live.begin();
    }

    @Override
    public void close() {
        live.close();
    }

    private byte[] telegramAt(Instant second) {
        return telegrams.encode(household.readingAt(second));
    }

    private static Instant edgeAtOrAfter(Instant instant) {
        return Instant.ofEpochSecond(-Math.floorDiv(-instant.getEpochSecond(), QUARTER_S) * QUARTER_S);
    }
}
