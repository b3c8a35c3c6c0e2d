package energy.sem.history.live;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;

import energy.sem.event.TelegramEvent;
import energy.sem.history.calendar.Household;
import energy.sem.history.peak.MonthPeak;
import energy.sem.history.peak.PeakAnswers;
import energy.sem.history.store.Bounds;
import energy.sem.history.store.DatabaseFailure;
import energy.sem.history.store.Device;
import energy.sem.history.store.Intervals;
import energy.sem.history.store.Kind;
import energy.sem.history.store.Meter;
import energy.sem.history.store.Meters;
import energy.sem.history.store.NewestReading;
import energy.sem.history.store.OccurrenceChange;
import energy.sem.history.store.Occurrences;
import energy.sem.history.store.QuarterRows;
import energy.sem.p1.RegisterValues;
import energy.sem.quarter.EdgeValue;
import energy.sem.quarter.QuarterHours;
import energy.sem.quarter.QuarterSeries;

/** What a live answer needs from the tables; while the database is away it is left out. */
@ApplicationScoped
class Stored {
    private static final Logger LOG = Logger.getLogger(Stored.class);

    private static final Duration A_QUARTER_HOUR = Duration.ofMinutes(15);

    /** The quarter hour that has just ended may have made a new one, and is stored some time after its end. */
    private static final Duration PEAK = Duration.ofMinutes(1);

    private final KeptForQuarter<MonthPeak> peaks = new KeptForQuarter<>(PEAK);
    private final KeptForQuarter<RegisterValues> starts = new KeptForQuarter<>(A_QUARTER_HOUR);
    private final KeptForQuarter<Long> intervals = new KeptForQuarter<>(A_QUARTER_HOUR);
    private final KeptForQuarter<List<OccurrenceChange>> holding = new KeptForQuarter<>(A_QUARTER_HOUR);

    private final Meters meters;
    private final QuarterRows rows;
    private final NewestReading newest;
    private final Intervals usual;
    private final PeakAnswers peakAnswers;
    private final Occurrences occurrences;
    private final Household household;

    Stored(
            Meters meters,
            QuarterRows rows,
            NewestReading newest,
            Intervals usual,
            PeakAnswers peakAnswers,
            Occurrences occurrences,
            Household household) {
        this.meters = meters;
        this.rows = rows;
        this.newest = newest;
        this.usual = usual;
        this.peakAnswers = peakAnswers;
        this.occurrences = occurrences;
        this.household = household;
    }

    /**
     * The newest stored reading of a meter; empty when there is no such meter or it has none.
     *
     * @throws DatabaseFailure or PersistenceException when the database does not answer
     */
    Optional<TelegramEvent> reading(String meter) {
        return QuarkusTransaction.requiringNew().call(() -> meters.named(meter).flatMap(newest::of));
    }

    /** The peak of the running month, or {@code null} when it is not known. */
    MonthPeak runningMonthPeak(String meter) {
        return kept(peaks, meter, meter, peakAnswers::running);
    }

    /** The registers at the start of the event's quarter hour that are known closely, or {@code null}. */
    RegisterValues quarterStart(TelegramEvent event) {
        int quarter = QuarterHours.of(event.at());
        return kept(starts, event.meter() + "/" + quarter, event.meter(), meter -> {
            Device device = electricity(meter, event);
            if (device == null) {
                return null;
            }
            Bounds bounds = rows.bounds(meter, device).orElse(null);
            if (bounds == null) {
                return null;
            }
            QuarterSeries series =
                    rows.around(Map.of(device.id(), bounds), List.of(quarter)).get(device.id());
            return RegisterValues.of(register -> series.edge(register, quarter)
                    .filter(edge -> edge.bracketedWithin(QuarterSeries.DEMAND_BRACKET_MILLI))
                    .map(EdgeValue::value)
                    .orElse(null));
        });
    }

    /** Older than max(15 min, 3 x the usual interval of its meter). */
    boolean isStale(TelegramEvent event, long ageSeconds) {
        if (ageSeconds <= 15 * 60) {
            return false;
        }
        Long usualMilli = kept(intervals, event.meter(), event.meter(), meter -> {
            Device device = electricity(meter, event);
            return device == null ? null : usual.usualMilli(device.id());
        });
        return usualMilli == null || ageSeconds * 1000 > 3 * usualMilli;
    }

    /** What a meter said last beside its counts. */
    List<OccurrenceChange> holding(String name) {
        long now = household.now().toEpochMilli();
        List<OccurrenceChange> said = kept(holding, name, name, meter -> occurrences
                .told(meter.name(), now, now)
                .holding());
        return said == null ? List.of() : said;
    }

    private static Device electricity(Meter meter, TelegramEvent event) {
        return meter.devices().stream()
                .filter(each -> each.kind() == Kind.ELECTRICITY
                        && event.electricity() != null
                        && each.serial().equals(event.electricity().serial()))
                .findFirst()
                .orElse(null);
    }

    private <T> T kept(KeptForQuarter<T> answers, String key, String meter, Function<Meter, T> question) {
        return answers.get(key, household.now(), () -> ask(meter, question));
    }

    private <T> T ask(String name, Function<Meter, T> question) {
        try {
            return QuarkusTransaction.requiringNew()
                    .call(() -> meters.named(name).map(question).orElse(null));
        } catch (DatabaseFailure | PersistenceException e) {
            LOG.debugf(e, "a live answer of %s goes without what the tables would add", name);
            return null;
        }
    }
}
