package energy.sem.display.history;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import energy.sem.display.view.Period;

/**
 * A home with sun, gas and no water, as history's JSON would tell of it: so many Wh and litres in each quarter hour, a
 * function of nothing but its number. Totals are exact sums, so tests can reckon them themselves.
 */
public final class InventedHome {
    public static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
    private static final long QUARTER_SECONDS = 900;

    private final Supplier<Instant> now;
    private volatile Instant firstReadingAt = Instant.parse("2024-03-10T07:00:00Z");
    private volatile Instant lastReadingAt;
    private volatile boolean simulated;
    private volatile long extraWh;
    private volatile Instant gasCapturedAt;
    private volatile String costs = "";
    private volatile String price = "";
    private volatile String bill = "";
    private volatile String health = "{\"state\":\"reading\"}";

    /** @param now what history's clock says; the newest reading is that old too unless the meter is silent */
    public InventedHome(Supplier<Instant> now) {
        this.now = now;
    }

    public InventedHome silentSince(Instant lastReading) {
        lastReadingAt = lastReading;
        return this;
    }

    public InventedHome firstReadingAt(Instant first) {
        firstReadingAt = first;
        return this;
    }

    public InventedHome simulated(boolean yes) {
        simulated = yes;
        return this;
    }

    /** What the gateway says of the meter's clock. */
    public InventedHome clock(String word, Long offsetSeconds) {
        health = "{\"state\":\"receiving\",\"clock\":\"" + word + "\",\"clockOffsetSeconds\":" + offsetSeconds + "}";
        return this;
    }

    /** Every quarter hour of the past has this much more, as when late readings came in. */
    public InventedHome everyQuarterMore(long wh) {
        extraWh = wh;
        return this;
    }

    /** The gas meter was read then, and nothing later is known of it. */
    public InventedHome gasCapturedAt(Instant captured) {
        gasCapturedAt = captured;
        return this;
    }

    /** What history says of costs: JSON, or nothing without contracts. */
    public InventedHome costs(String json) {
        costs = json.isEmpty() ? "" : ",\"costs\":" + json;
        return this;
    }

    /** What history says of prices: JSON, or nothing without a contract. */
    public InventedHome price(String json) {
        price = json;
        return this;
    }

    String price() {
        return price;
    }

    /** What history says of any bill: JSON, or nothing without a contract. */
    public InventedHome bill(String json) {
        bill = json;
        return this;
    }

    String bill() {
        return bill;
    }

    public Instant lastReadingAt() {
        Instant silent = lastReadingAt;
        return silent != null ? silent : now.get();
    }

    /** Import of a span on quarter hours, in Wh. */
    public long importWh(Instant from, Instant to) {
        long sum = 0;
        for (long quarter = quarter(from); quarter < quarter(to); quarter++) {
            sum += 40 + quarter % 11 * 13 + extraWh;
        }
        return sum;
    }

    /** Gas of a span on quarter hours, in litres. */
    public long gasLitre(Instant from, Instant to) {
        Instant captured = gasCapturedAt;
        Instant known = captured == null ? to : min(to, captured);
        return Math.max(0, quarter(known) - quarter(from)) * 20;
    }

    String meters() {
        String device = "{\"kind\":\"%s\",\"serial\":\"%s\",\"lastAt\":\"%s\"}";
        String one =
                """
                {"name":"%s","simulated":%s,"firstReadingAt":"%s","lastReadingAt":"%s","everExported":true,
                 "devices":[%s,%s],"health":%s}""";
        String devices = String.format(device, "electricity", "1TST0000000001", at(lastReadingAt()));
        Instant captured = gasCapturedAt == null ? lastReadingAt() : gasCapturedAt;
        String gas = String.format(device, "gas", "7TST0000000002", at(captured));
        return "{\"zone\":\"" + ZONE + "\",\"meters\":["
                + String.format(one, "barn", simulated, at(firstReadingAt), at(lastReadingAt()), devices, gas, health)
                + ","
                + String.format(one, "home", simulated, at(firstReadingAt), at(lastReadingAt()), devices, gas, health)
                + "]}";
    }

    String peaks(int months) {
        List<String> all = new ArrayList<>();
        YearMonth running = YearMonth.from(now.get().atZone(ZONE));
        for (int ago = months - 1; ago >= 0; ago--) {
            YearMonth month = running.minusMonths(ago);
            if (!month.isBefore(YearMonth.from(firstReadingAt.atZone(ZONE)))) {
                all.add(String.format(
                        "{\"month\":\"%s\",\"running\":%s,\"peakKw\":%s,\"peakFrom\":\"%s\",\"peakTo\":\"%s\"}",
                        month,
                        ago == 0,
                        "3." + month.getMonthValue(),
                        at(month.atDay(1).atTime(18, 0).atZone(ZONE).toInstant()),
                        at(month.atDay(1).atTime(18, 15).atZone(ZONE).toInstant())));
            }
        }
        return "{\"meter\":\"home\",\"months\":[" + String.join(",", all)
                + "],\"billingPeak\":{\"kw\":3.426,\"months\":12}}";
    }

    String period(String meter, String wantedStep, String name, int offset, boolean untilQuarter) {
        Period period = Period.of(name).orElseThrow();
        LocalDate today = LocalDate.ofInstant(now.get(), ZONE);
        ZonedDateTime from = period.firstDay(offset, today).atStartOfDay(ZONE);
        ZonedDateTime to = period.firstDay(offset + 1, today).atStartOfDay(ZONE);
        ZonedDateTime before = period.firstDay(offset - 1, today).atStartOfDay(ZONE);
        Instant until = floor(min(lastReadingAt(), to.toInstant()));
        boolean any = until.isAfter(from.toInstant());
        String step = !wantedStep.isEmpty()
                ? wantedStep
                : period == Period.DAY ? "PT1H" : period == Period.YEAR ? "P1M" : "P1D";
        // Without being asked to, history counts on to the newest reading.
        Instant end = untilQuarter ? until : until.plusSeconds(QUARTER_SECONDS);
        String total = any ? ",\"total\":" + amounts(from.toInstant(), end) : "";
        String previous = String.format(
                ",\"previous\":{\"from\":\"%s\",\"to\":\"%s\",\"total\":%s%s}",
                at(before.toInstant()),
                at(from.toInstant()),
                amounts(before.toInstant(), from.toInstant()),
                any ? untilSamePoint(before.toInstant(), point(before, from, until)) : "");
        boolean stale = Duration.between(lastReadingAt(), now.get()).toMinutes() >= 15;
        return String.format(
                "{\"meter\":\"%s\",%s\"period\":\"%s\",\"offset\":%d,\"zone\":\"%s\",\"from\":\"%s\",\"to\":\"%s\",\"step\":\"%s\","
                        + "\"complete\":%s,\"stale\":%s%s%s%s%s%s,\"buckets\":[%s]}",
                meter,
                simulated ? "\"simulated\":true," : "",
                period.code(),
                offset,
                ZONE,
                at(from.toInstant()),
                at(to.toInstant()),
                step,
                !lastReadingAt().isBefore(to.toInstant()),
                stale,
                stale || !untilQuarter ? ",\"lastReadingAt\":\"" + at(lastReadingAt()) + "\"" : "",
                any ? ",\"dataUntil\":\"" + at(until) + "\"" : "",
                total,
                previous,
                any ? comparison(from.toInstant(), until, before.toInstant(), point(before, from, until)) : "",
                buckets(from, to, end, step));
    }

    private String comparison(Instant from, Instant until, Instant before, Instant point) {
        return ",\"comparison\":{\"changePercent\":{"
                + percent("importKwh", importWh(from, until), importWh(before, point)) + ","
                + percent("gasM3", gasLitre(from, until), gasLitre(before, point)) + "}}";
    }

    private static String percent(String name, long now, long before) {
        return "\"" + name + "\":" + Math.round((now - before) * 100.0 / before);
    }

    private String untilSamePoint(Instant from, Instant point) {
        return String.format(
                ",\"point\":\"%s\",\"untilSamePoint\":%s,\"coverage\":0.97", at(point), amounts(from, point));
    }

    private String buckets(ZonedDateTime from, ZonedDateTime to, Instant until, String step) {
        List<String> buckets = new ArrayList<>();
        for (ZonedDateTime at = from; at.isBefore(to); ) {
            ZonedDateTime next =
                    switch (step) {
                        case "PT15M" -> at.plusMinutes(15);
                        case "PT1H" -> at.plusHours(1);
                        case "P1D" -> at.toLocalDate().plusDays(1).atStartOfDay(ZONE);
                        default -> at.toLocalDate().plusMonths(1).atStartOfDay(ZONE);
                    };
            next = next.isAfter(to) ? to : next;
            boolean known = at.toInstant().isBefore(until) && !next.toInstant().isBefore(firstReadingAt);
            Instant begin = max(at.toInstant(), firstReadingAt);
            String counted = known
                    ? "," + fields(begin, min(next.toInstant(), until)) + ",\"coverage\":"
                            + coverage(at.toInstant(), begin, next.toInstant())
                    : "";
            buckets.add("{\"from\":\"" + at(at.toInstant()) + "\",\"to\":\"" + at(next.toInstant()) + "\"" + counted
                    + ",\"estimated\":false}");
            at = next;
        }
        return String.join(",", buckets);
    }

    private String amounts(Instant from, Instant to) {
        return "{" + fields(from, to) + ",\"peakKw\":2.4,\"peakFrom\":\"" + at(floor(from)) + "\",\"peakTo\":\""
                + at(floor(from).plusSeconds(QUARTER_SECONDS)) + "\"" + costs + "}";
    }

    private String fields(Instant from, Instant to) {
        return String.format(
                Locale.ROOT,
                "\"importKwh\":%.3f,\"exportKwh\":%.3f,\"gasM3\":%.3f",
                importWh(from, to) / 1000.0,
                (quarter(to) - quarter(from)) * 30 / 1000.0,
                gasLitre(from, to) / 1000.0);
    }

    private static Instant point(ZonedDateTime before, ZonedDateTime from, Instant until) {
        Instant same = before.toInstant().plus(Duration.between(from.toInstant(), until));
        return min(same, from.toInstant());
    }

    private static Instant floor(Instant instant) {
        return Instant.ofEpochSecond(quarter(instant) * QUARTER_SECONDS);
    }

    private static long quarter(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), QUARTER_SECONDS);
    }

    private static String coverage(Instant from, Instant begin, Instant to) {
        double share = (double) Duration.between(begin, to).toSeconds()
                / Duration.between(from, to).toSeconds();
        return String.format(Locale.ROOT, "%.3f", share);
    }

    private static Instant max(Instant a, Instant b) {
        return a.isBefore(b) ? b : a;
    }

    private static Instant min(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static String at(Instant instant) {
        return instant.atZone(ZONE).toOffsetDateTime().toString();
    }
}
