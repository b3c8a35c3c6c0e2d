package energy.sem.bridge.alarm;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jboss.logging.Logger;

import energy.sem.base.LogLimit;
import energy.sem.bridge.alarm.rule.Past;
import energy.sem.bridge.history.History;
import energy.sem.bridge.history.HistoryAway;
import energy.sem.bridge.history.api.BucketJson;
import energy.sem.bridge.history.api.MeterJson;
import energy.sem.bridge.history.api.MetersAnswerJson;
import energy.sem.bridge.value.RangePiece;

/** What history knows, asked when a rule wants it and kept for a while. For one thread. */
@Singleton
class HistoryPast implements Past {
    private static final Logger LOG = Logger.getLogger(HistoryPast.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration KEPT_LONG = Duration.ofHours(6);
    private static final Duration KEPT_METERS = Duration.ofMinutes(1);
    private static final int DAYS_AT_ONCE = 8;
    /** A past that was not known is asked for again, but not each round. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final History history;
    private final Clock clock;
    private final LogLimit complaints;
    private final Map<String, Answer> buckets = new HashMap<>();
    private final Map<String, Price> prices = new HashMap<>();
    private MetersAnswerJson meters;
    private Instant metersUntil = Instant.MIN;

    HistoryPast(History history, Clock clock) {
        this.history = history;
        this.clock = clock;
        complaints = new LogLimit(clock);
    }

    private record Answer(List<Bucket> buckets, Instant until) {}

    private record Price(Optional<BigDecimal> eurKwh, Instant until) {}

    @Override
    public List<Bucket> hours(String meter, int count) {
        Instant to = clock.instant().truncatedTo(ChronoUnit.HOURS);
        return kept(meter + " " + count + " h " + to, meter, to.minus(Duration.ofHours(count)), to, "PT1H", KEPT);
    }

    @Override
    public List<Bucket> quarters(String meter, int days) {
        Instant to = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(5));
        if (to.isAfter(clock.instant())) {
            to = to.minus(Duration.ofDays(1));
        }
        return kept(meter + " " + days + " d " + to, meter, to.minus(Duration.ofDays(days)), to, "PT15M", KEPT_LONG);
    }

    @Override
    public Optional<Set<String>> meters() {
        return Optional.ofNullable(answer())
                .map(known -> known.getMeters().stream().map(MeterJson::getName).collect(Collectors.toSet()));
    }

    @Override
    public List<String> troubles() {
        MetersAnswerJson known = answer();
        if (known == null) {
            return null;
        }
        List<String> troubles = new ArrayList<>();
        if (known.getBackup() != null && known.getBackup().getTrouble() != null) {
            troubles.add(String.valueOf(known.getBackup().getTrouble()));
        }
        if (known.getStorage() != null && known.getStorage().getTroubles() != null) {
            known.getStorage().getTroubles().forEach(each -> troubles.add(String.valueOf(each)));
        }
        return troubles;
    }

    @Override
    public Optional<List<Fault>> faults() {
        return Optional.ofNullable(answer())
                .map(MetersAnswerJson::getFindings)
                .filter(look -> !Boolean.TRUE.equals(look.getStale()) && look.getFaults() != null)
                .map(look -> look.getFaults().stream()
                        .map(each -> new Fault(
                                String.valueOf(each.getCheck()),
                                String.valueOf(each.getWhat()),
                                each.getAdvice() == null ? "" : each.getAdvice()))
                        .toList());
    }

    @Override
    public Optional<BigDecimal> priceNow(String meter) {
        Instant now = clock.instant();
        Price known = prices.get(meter);
        if (known == null || !now.isBefore(known.until())) {
            known = new Price(askedPrice(meter), now.plus(KEPT_METERS));
            prices.put(meter, known);
        }
        return known.eurKwh();
    }

    private Optional<BigDecimal> askedPrice(String meter) {
        try {
            return history.price(meter);
        } catch (HistoryAway e) {
            say(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    /** What the meter-gateway says of a meter, or {@code null}. */
    JsonNode health(String meter) {
        MetersAnswerJson known = answer();
        return known == null
                ? null
                : known.getMeters().stream()
                        .filter(each -> meter.equals(each.getName()) && each.getHealth() != null)
                        .findFirst()
                        .map(each -> JSON.<JsonNode>valueToTree(each.getHealth()))
                        .orElse(null);
    }

    private MetersAnswerJson answer() {
        Instant now = clock.instant();
        if (now.isBefore(metersUntil)) {
            return meters;
        }
        metersUntil = now.plus(KEPT_METERS);
        try {
            meters = history.meters();
        } catch (HistoryAway e) {
            meters = null;
            say(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return meters;
    }

    private List<Bucket> kept(String key, String meter, Instant from, Instant to, String step, Duration time) {
        Instant now = clock.instant();
        Answer answer = buckets.get(key);
        if (answer == null || !now.isBefore(answer.until())) {
            buckets.values().removeIf(each -> !now.isBefore(each.until()));
            List<Bucket> asked = ask(meter, from, to, step);
            answer = new Answer(asked, now.plus(asked.isEmpty() ? PAUSE : time));
            buckets.put(key, answer);
        }
        return answer.buckets();
    }

    private List<Bucket> ask(String meter, Instant from, Instant to, String step) {
        List<Bucket> all = new ArrayList<>();
        try {
            for (RangePiece piece :
                    RangePiece.of(from.atZone(ZoneOffset.UTC), to.atZone(ZoneOffset.UTC), DAYS_AT_ONCE)) {
                history.range(meter, piece.from().toInstant(), piece.to().toInstant(), step)
                        .getBuckets()
                        .forEach(each -> all.add(bucket(each)));
            }
            return all;
        } catch (HistoryAway e) {
            say(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return List.of();
    }

    private void say(HistoryAway away) {
        complaints.warn(LOG, "away", () -> away.getMessage() + "; alarms that need it wait");
    }

    private static Bucket bucket(BucketJson bucket) {
        return new Bucket(
                bucket.getFrom().toInstant(),
                bucket.getImportKwh(),
                bucket.getExportKwh(),
                bucket.getGasM3(),
                bucket.getWaterM3(),
                Boolean.TRUE.equals(bucket.getEstimated()));
    }
}
