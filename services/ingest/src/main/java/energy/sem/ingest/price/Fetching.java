package energy.sem.ingest.price;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import org.jboss.logging.Logger;

import energy.sem.bill.price.DayPrices;
import energy.sem.bill.price.DeliveryDay;
import energy.sem.bill.price.PriceArea;
import energy.sem.bill.price.PriceFault;
import energy.sem.bill.price.PriceSource;
import energy.sem.ingest.start.Database;

/**
 * Fetches one due day of one area a minute at most: by one replica of all, from the first source that has it whole, else pieced
 * together; where the clock changes only what two sources say alike, because sources were seen to get those days wrong.
 */
@ApplicationScoped
class Fetching {
    private static final Logger LOG = Logger.getLogger(Fetching.class);
    private static final Duration TURN = Duration.ofSeconds(50);

    private final Database database;
    private final PriceSettings settings;
    private final PriceSources sources;
    private final PriceTable table;
    private final Turns turns;
    private final PriceFaults faults;
    private final Asking asking;
    private final PricePublisher publisher;
    private final Clock clock;
    private final AtomicInteger next = new AtomicInteger();

    /** Turns of days that are to be asked for once more; those of an area once it has been looked at. */
    private final Map<PriceArea, Set<String>> again = new ConcurrentHashMap<>();

    /** What tells that the file has changed, as it was when each area was looked at last. */
    private final Map<PriceArea, String> files = new ConcurrentHashMap<>();

    Fetching(
            Database database,
            PriceSettings settings,
            PriceSources sources,
            PriceTable table,
            Turns turns,
            PriceFaults faults,
            Asking asking,
            PricePublisher publisher,
            Clock clock) {
        this.database = database;
        this.settings = settings;
        this.sources = sources;
        this.table = table;
        this.turns = turns;
        this.faults = faults;
        this.asking = asking;
        this.publisher = publisher;
        this.clock = clock;
    }

    @Scheduled(
            every = "${ingest.prices.every:1m}",
            delayed = "${ingest.prices.delayed:20s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void eachMinute() throws InterruptedException {
        if (database.isReady()) {
            List<PriceArea> areas = sources.areas();
            if (areas.isEmpty()) {
                return;
            }
            // One area at a time: both would want the same source at once, and it wants a pause between.
            PriceArea area = areas.get(Math.floorMod(next.getAndIncrement(), areas.size()));
            try {
                fetch(area);
            } catch (SQLException | RuntimeException e) {
                LOG.warnf("prices of %s were not asked for, next attempt in a minute: %s", area, e.getMessage());
            }
        }
    }

    /** Fetches the most urgent day of an area, when it is this replica's turn. */
    void fetch(PriceArea area) throws SQLException, InterruptedException {
        if (!turns.take(area.name(), TURN)) {
            return;
        }
        if (hasNewFile(area)) {
            for (String each : turns.of(area + "/").keySet()) {
                turns.forget(each);
            }
        }
        Instant now = clock.instant();
        Set<String> once = again(area);
        List<DeliveryDay> days = days(now, once, area);
        if (days.isEmpty()) {
            return;
        }
        Map<DeliveryDay, PriceTable.Known> all = table.known(area, days.get(days.size() - 1), days.get(0));
        Map<String, Turns.Turn> tried = turns.of(area + "/");
        for (DeliveryDay day : days) {
            PriceTable.Known known = all.getOrDefault(day, PriceTable.Known.NOTHING);
            Turns.Turn turn = tried.getOrDefault(turn(area, day), Turns.Turn.NONE);
            boolean due = known.isComplete(day)
                    ? Due.mayBeCorrected(day, known.fetched(), now)
                    : !Due.isGivenUp(day, turn.attempts(), now);
            boolean wanted = due || once.contains(turn(area, day));
            if (wanted && turn.notBeforeMilli() <= now.toEpochMilli()) {
                once.remove(turn(area, day));
                fetch(area, day);
                return;
            }
        }
    }

    /** The days that are due and those that somebody wants again, the newest first. */
    private List<DeliveryDay> days(Instant now, Set<String> once, PriceArea area) {
        List<DeliveryDay> days =
                new ArrayList<>(Due.since(settings.since(), now).days(now));
        settings.again().orElse(List.of()).stream()
                .map(DeliveryDay::new)
                .filter(each -> once.contains(turn(area, each)) && !days.contains(each))
                .forEach(days::add);
        days.sort(Comparator.comparing(DeliveryDay::date).reversed());
        return days;
    }

    private Set<String> again(PriceArea area) throws SQLException {
        Set<String> known = again.get(area);
        if (known == null) {
            known = ConcurrentHashMap.newKeySet();
            for (LocalDate day : settings.again().orElse(List.of())) {
                String turn = turn(area, new DeliveryDay(day));
                turns.forget(turn);
                known.add(turn);
            }
            again.put(area, known);
        }
        return known;
    }

    /** Whether somebody has changed the file since it was looked at last: a day that was in vain before may be in it now. */
    private boolean hasNewFile(PriceArea area) {
        if (sources.of(area).stream().noneMatch(PriceSources.Place::isFile)) {
            return false;
        }
        String stamp = new OwnFile(sources.file()).stamp();
        String before = files.put(area, stamp);
        return before != null && !before.equals(stamp);
    }

    private static String turn(PriceArea area, DeliveryDay day) {
        return area + "/" + day.date();
    }

    private void fetch(PriceArea area, DeliveryDay day) throws SQLException, InterruptedException {
        // Counted before it is tried: whatever happens next, the day is not asked for again at once.
        String turn = turn(area, day);
        int attempts = turns.attempts(turn);
        turns.failed(turn, Due.pause(attempts));
        List<PriceSources.Place> places = sources.of(area);
        Found found =
                new Found(day, places.stream().filter(each -> !each.isFile()).count() == 1);
        for (PriceSources.Place each : places) {
            if (found.isEnough()) {
                break;
            }
            if (each.isFile()) {
                fromFile(area, day, found);
            } else {
                ask(area, each.source(), day, found);
            }
        }
        for (Found.Said each : found.parts()) {
            publisher.publish(new DayPrices(area, day, each.source(), clock.instant(), each.terms(), each.prices()));
            LOG.infof(
                    "prices of %s for %s from %s: %d of %d quarter hours",
                    area, day.date(), each.source(), each.prices().count(), day.quarters());
        }
        tell(area, day, found, attempts + 1);
        if (found.isEnough()) {
            turns.succeeded(turn, Duration.ofMinutes(10));
        }
    }

    private void tell(PriceArea area, DeliveryDay day, Found found, int attempts) throws SQLException {
        int differing = found.heard() - found.known();
        if (differing > 0) {
            for (String each : found.others()) {
                faults.tell(
                        area,
                        day,
                        each,
                        new PriceFault(
                                PriceFault.Kind.WRONG,
                                "the clock changes on this day, and no two sources say " + differing
                                        + " of its quarter hours alike: sem.prices.file may say them"));
            }
            LOG.warnf(
                    "prices of %s for %s, where the clock changes: %d quarter hours stay unknown, no two sources say them"
                            + " alike; sem.prices.file may say them",
                    area, day.date(), differing);
        }
        if (!found.isEnough() && Due.isGivenUp(day, attempts, clock.instant())) {
            LOG.warnf(
                    "prices of %s for %s: not found in %d attempts, it is not asked for again unless sem.prices.again names it",
                    area, day.date(), attempts);
        }
    }

    private void fromFile(PriceArea area, DeliveryDay day, Found found) throws SQLException {
        Asking.Answer answer = new OwnFile(sources.file()).of(day);
        found.add(new Found.Said(PriceSources.FILE, null, answer.prices(), true));
        faults.tell(area, day, PriceSources.FILE, answer.fault());
        if (answer.fault() != null && answer.fault().kind() == PriceFault.Kind.WRONG) {
            LOG.warnf(
                    "the file of prices %s: %s", sources.file(), answer.fault().getMessage());
        }
    }

    private void ask(PriceArea area, PriceSource source, DeliveryDay day, Found found)
            throws SQLException, InterruptedException {
        // A source counts requests and asks to be left alone whatever the area is.
        if (!turns.take(source.name(), source.pause())) {
            return;
        }
        Asking.Answer answer = asking.ask(source, day);
        if (answer.fault() == null) {
            found.add(new Found.Said(source.name(), answer.terms(), answer.prices(), false));
            faults.tell(area, day, source.name(), Asking.lacking(day, answer.prices()));
            return;
        }
        faults.tell(area, day, source.name(), answer.fault());
        if (answer.retryAfter() != null) {
            turns.failed(source.name(), answer.retryAfter());
        }
        LOG.log(
                answer.fault().kind() == PriceFault.Kind.NOT_YET ? Logger.Level.DEBUG : Logger.Level.WARN,
                "prices of " + area + " for " + day.date() + " from " + source.name() + ": "
                        + answer.fault().getMessage());
    }
}
