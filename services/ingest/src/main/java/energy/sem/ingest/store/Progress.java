package energy.sem.ingest.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import org.hibernate.JDBCException;
import org.jboss.logging.Logger;

import energy.sem.ingest.statement.DatabaseFault;

/** How storing is going: figures for Prometheus, and whether it works for the health check. Thread-safe. */
@ApplicationScoped
public class Progress {
    private static final Logger LOG = Logger.getLogger(Progress.class);
    private static final Duration REMIND_AFTER = Duration.ofMinutes(1);

    private static final Pattern STATEMENT = Pattern.compile("(?i)(insert into|update) \\w+");

    private static final String NO_PLACE = "the tables have no place for what came, and that is no fault of what came:"
            + " they must be mended (docs/operations.md, \"Ingest waits\"): ";

    private final Clock clock;
    private final MeterRegistry registry;
    private final AtomicReference<Trouble> trouble = new AtomicReference<>();
    private final AtomicReference<Instant> lastCommit;

    Progress(Clock clock, MeterRegistry registry) {
        this.clock = clock;
        this.registry = registry;
        this.lastCommit = new AtomicReference<>(clock.instant());
        TimeGauge.builder("sem.ingest.last.commit.age", this, TimeUnit.MILLISECONDS, Progress::commitAgeMilli)
                .description("Time since a batch was committed; since the start when there was none")
                .register(registry);
    }

    /** A batch is in the database. */
    void committed(StoredBatch batch, Duration took) {
        lastCommit.set(clock.instant());
        working();
        DistributionSummary.builder("sem.ingest.batch.events")
                .description("Telegrams a transaction")
                .register(registry)
                .record(batch.events());
        Timer.builder("sem.ingest.batch.transaction")
                .description("Time of a transaction, from its start to after its commit")
                .register(registry)
                .record(took);
        rows("reading").increment(batch.readings());
        rows("quarter_hour").increment(batch.quarterHours());
        rows("quarantine").increment(batch.keptAside());
    }

    /** The database has done what was asked of it. */
    public void working() {
        Trouble ended = trouble.getAndSet(null);
        if (ended != null) {
            LOG.infof(
                    "storing works again after %d s; nothing was lost",
                    Duration.between(ended.since(), clock.instant()).toSeconds());
        }
    }

    /** An attempt is made again. */
    void retried(String cause) {
        Counter.builder("sem.ingest.retries")
                .description("Transactions that were made again")
                .tag("cause", cause)
                .register(registry)
                .increment();
    }

    /** The database does not take batches; said once, and once a minute while it lasts. */
    public void failing(Throwable failure) {
        Instant now = clock.instant();
        Trouble before = trouble.get();
        boolean say = before == null || Duration.between(before.said(), now).compareTo(REMIND_AFTER) >= 0;
        String reason = reason(failure);
        trouble.set(new Trouble(before == null ? now : before.since(), say ? now : before.said(), reason));
        if (say) {
            LOG.warnf("storing waits for the database and will go on by itself, nothing is skipped: %s", reason);
            LOG.debug("storing waits", failure);
        }
    }

    /** Why storing does not work now; empty when it does. */
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble.get()).map(now -> "since " + now.since() + ": " + now.reason());
    }

    /** When a batch was committed last; the start when there was none. */
    public Instant lastCommit() {
        return lastCommit.get();
    }

    /** The innermost cause in words. */
    static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }

    private static String reason(Throwable failure) {
        if (DatabaseFault.of(failure) != DatabaseFault.SCHEMA) {
            return rootMessage(failure);
        }
        return NO_PLACE + statement(failure).map(words -> words + ": ").orElse("") + rootMessage(failure);
    }

    /** What was tried, such as {@code insert into device}: the server names the column only. */
    private static Optional<String> statement(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(JDBCException.class::isInstance)
                .map(each -> STATEMENT.matcher(String.valueOf(((JDBCException) each).getSQL())))
                .filter(Matcher::lookingAt)
                .map(found -> found.group().toLowerCase(Locale.ROOT))
                .findFirst();
    }

    private Counter rows(String table) {
        return Counter.builder("sem.ingest.rows")
                .description("Rows of committed batches, new or not")
                .tag("table", table)
                .register(registry);
    }

    private double commitAgeMilli() {
        return Duration.between(lastCommit.get(), clock.instant()).toMillis();
    }

    private record Trouble(Instant since, Instant said, String reason) {}
}
