package energy.sem.system.footprint;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import energy.sem.cli.feed.HistoryPush;
import energy.sem.local.process.Folders;
import energy.sem.system.Database;
import energy.sem.system.Http;
import energy.sem.system.RunningSem;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ten years of a household through the whole of {@code ./sem up}, beside one year of another: what answers cost with the years, and
 * whether what they say is what the meter counted. On demand: {@code system-tests/footprint/years}.
 */
@EnabledIfSystemProperty(named = "sem.years", matches = "\\d+", disabledReason = "on demand")
class YearsIT {
    private static final int YEARS = Integer.getInteger("sem.years", 10);
    private static final int EVERY_SECONDS = Integer.getInteger("sem.years.every", 300);
    private static final int QUARTER_SECONDS = 900;
    private static final int ASKED = 31;
    private static final String KEY = "years";

    /** How much longer ten years may take than one in the same answer, in the same turns. */
    private static final double MOST = 1.5;

    /** The same of what asks for as many months as there are: five times for ten years. */
    private static final double MOST_OF_ALL = 1 + 0.4 * YEARS;

    private static final String ALL = "all years by month";

    private final ZonedDateTime now =
            Instant.now().truncatedTo(ChronoUnit.HOURS).atZone(CountingHome.ZONE);
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> words = new ArrayList<>();

    @Test
    void ten_years_cost_little_more_than_one_and_are_what_the_meter_counted() throws Exception {
        String load = Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0];
        Path folder = Files.createTempDirectory("sem-years");
        int base = RunningSem.freePortBase();
        List<String> arguments = RunningSem.up(base, folder);
        arguments.addAll(List.of("--meter=young=push", "--key=young=" + KEY + 1));
        arguments.addAll(List.of("--meter=old=push", "--key=old=" + KEY + 2));
        RunningSem sem = RunningSem.start(base, folder, settings(), arguments);
        Map<String, Double> slower;
        try (sem) {
            sem.awaitReady();
            push(sem, "young", KEY + 1, new CountingHome(1), 1);
            Map<String, Double> alone = ask(sem, List.of("young")).get("young");
            words.add(rows(sem));
            push(sem, "old", KEY + 2, new CountingHome(2), YEARS);
            Map<String, Map<String, Double>> both = ask(sem, List.of("young", "old"));
            words.add(rows(sem));
            slower = ratios(both.get("young"), both.get("old"));
            // Not before a stop are all pages on the disk.
            sem.close();
            words.add(disk(folder));
            keep(load, alone, both);
        } finally {
            Folders.delete(folder);
        }
        assertThat(slower).as("times as long as of a year").allSatisfy((question, times) -> assertThat(times)
                .isLessThan(question.equals(ALL) ? MOST_OF_ALL : MOST));
    }

    private static Map<String, String> settings() {
        // Ten years at the default of 64 MiB a minute would take a quarter of an hour, and be the gateway's patience.
        return Map.of(
                "SEM_PUSH_MAX_RATE", "4G",
                "SEM_CONTRACTS_HOME_FROM", "2010-01-01",
                "SEM_CONTRACTS_HOME_IMPORT_T1_KWH", "0.31",
                "SEM_CONTRACTS_HOME_IMPORT_T2_KWH", "0.25",
                "SEM_CONTRACTS_HOME_EXPORT_KWH", "0.04");
    }

    /** Pushes years up to now, waits until they are stored, and holds each year and all of them against the registers. */
    private void push(RunningSem sem, String meter, String key, CountingHome home, int years) throws Exception {
        Instant first = now.minusYears(years).toInstant();
        Map<Instant, long[]> counted = new TreeMap<>();
        long[] telegrams = new long[1];
        HistoryPush push = new HistoryPush(http, sem.gateway("/"), meter, key, sent -> telegrams[0] += sent);
        long begin = System.nanoTime();
        for (Instant at = first; !at.isAfter(now.toInstant()); at = at.plusSeconds(EVERY_SECONDS)) {
            push.add(home.next(at, EVERY_SECONDS));
            ZonedDateTime local = at.atZone(CountingHome.ZONE);
            if (at.equals(first) || at.equals(now.toInstant()) || isNewYear(local)) {
                counted.put(at, new long[] {home.importWh(), home.exportWh()});
            }
        }
        push.finish();
        double pushed = secondsSince(begin);
        long quarters = Duration.between(first, now.toInstant()).toSeconds() / QUARTER_SECONDS;
        Awaitility.await("every quarter hour is stored")
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> quarterHours(sem, home.serial()) >= quarters);
        double stored = secondsSince(begin);
        words.add(String.format(
                Locale.ROOT,
                "%d %s, %,d telegrams, one each %d s: pushed in %.0f s, %,.0f a second; the last was stored %.0f s later.",
                years,
                years == 1 ? "year" : "years",
                telegrams[0],
                EVERY_SECONDS,
                pushed,
                telegrams[0] / pushed,
                stored - pushed));
        assertThat(telegrams[0])
                .isEqualTo(Duration.between(first, now.toInstant()).toSeconds() / EVERY_SECONDS + 1);
        compare(sem, meter, counted);
    }

    private static boolean isNewYear(ZonedDateTime local) {
        return local.getDayOfYear() == 1 && local.getHour() == 0 && local.getMinute() == 0;
    }

    /** What history says between any two of these instants is the difference of the registers, to the Wh. */
    private void compare(RunningSem sem, String meter, Map<Instant, long[]> counted) throws Exception {
        List<Instant> edges = List.copyOf(counted.keySet());
        List<Instant[]> spans = new ArrayList<>();
        spans.add(new Instant[] {edges.get(0), edges.get(edges.size() - 1)});
        for (int i = 1; i < edges.size(); i++) {
            spans.add(new Instant[] {edges.get(i - 1), edges.get(i)});
        }
        // What is asked before the last batch is committed is of the batch before.
        Awaitility.await("what is said of " + meter + " is what was counted")
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> {
                    for (Instant[] span : spans) {
                        long[] from = counted.get(span[0]);
                        long[] to = counted.get(span[1]);
                        JsonNode total = Http.json(sem.history(range(meter, span[0], span[1])))
                                .path("total");
                        assertThat(List.of(wh(total, "importKwh"), wh(total, "exportKwh")))
                                .as("import and export, Wh, %s from %s to %s", meter, span[0], span[1])
                                .isEqualTo(List.of(to[0] - from[0], to[1] - from[1]));
                    }
                });
        words.add(String.format(
                "Totals of %s, all of it and each of its %d pieces between New Years, import and export: the registers' differences, to the Wh.",
                meter, spans.size() - 1));
    }

    private static long wh(JsonNode total, String field) {
        return total.path(field).decimalValue().movePointRight(3).longValueExact();
    }

    private static String range(String meter, Instant from, Instant to) {
        return "/api/v1/meters/" + meter + "/history?step=P1M&from=" + text(from) + "&to=" + text(to);
    }

    private static String text(Instant at) {
        return URLEncoder.encode(at.toString(), StandardCharsets.UTF_8);
    }

    /** Milliseconds by meter and question, medians, all asked in turns. */
    private Map<String, Map<String, Double>> ask(RunningSem sem, List<String> meters) throws Exception {
        Map<String, Map<String, List<Double>>> all = new LinkedHashMap<>();
        // The first ones warm up, and do not count.
        for (int turn = -ASKED; turn < ASKED; turn++) {
            for (String meter : meters) {
                for (Map.Entry<String, String> question : questions(meter).entrySet()) {
                    URI address = sem.history(question.getValue());
                    long begin = System.nanoTime();
                    int status = Http.get(address).statusCode();
                    double millis = secondsSince(begin) * 1000;
                    assertThat(status).as(address.toString()).isEqualTo(200);
                    if (turn >= 0) {
                        all.computeIfAbsent(meter, each -> new LinkedHashMap<>())
                                .computeIfAbsent(question.getKey(), each -> new ArrayList<>())
                                .add(millis);
                    }
                }
            }
        }
        Map<String, Map<String, Double>> medians = new LinkedHashMap<>();
        all.forEach((meter, questions) -> questions.forEach((question, millis) -> medians.computeIfAbsent(
                        meter, each -> new LinkedHashMap<>())
                .put(
                        question,
                        millis.stream().sorted().skip(ASKED / 2).findFirst().orElseThrow())));
        return medians;
    }

    private Map<String, String> questions(String meter) {
        String api = "/api/v1/meters/" + meter;
        Map<String, String> questions = new LinkedHashMap<>();
        questions.put("latest", api + "/latest");
        questions.put("day", api + "/history/day");
        questions.put("month", api + "/history/month?offset=-1");
        questions.put("year", api + "/history/year");
        questions.put("peaks of 13 months", api + "/peaks?months=13");
        questions.put("bill of a month", api + "/bill/month?offset=-1");
        questions.put("bill of a year", api + "/bill/year");
        ZonedDateTime month = now.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
        questions.put(
                ALL,
                range(meter, month.minusYears(meter.equals("old") ? YEARS : 1).toInstant(), month.toInstant()));
        return questions;
    }

    private static Map<String, Double> ratios(Map<String, Double> young, Map<String, Double> old) {
        Map<String, Double> ratios = new LinkedHashMap<>();
        young.forEach((question, millis) -> ratios.put(question, old.get(question) / millis));
        return ratios;
    }

    private static long quarterHours(RunningSem sem, String serial) throws SQLException, IOException {
        try (Connection connection = Database.connect(sem);
                var statement = connection.prepareStatement(
                        "SELECT COUNT(*) FROM quarter_hour q JOIN device d ON d.id = q.device_id WHERE d.serial = ?")) {
            statement.setString(1, serial);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Of the tables that grow. */
    private static String rows(RunningSem sem) throws SQLException, IOException {
        List<String> counts = new ArrayList<>();
        try (Connection connection = Database.connect(sem);
                Statement statement = connection.createStatement()) {
            for (String table : List.of("quarter_hour", "electricity_day", "month_peak", "reading", "mbus_reading")) {
                try (ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
                    row.next();
                    counts.add(String.format(Locale.ROOT, "%s %,d", table, row.getLong(1)));
                }
            }
        }
        return "Rows: " + String.join(", ", counts) + ".";
    }

    private static String disk(Path folder) throws IOException {
        return String.format(
                Locale.ROOT,
                "On the disk after a stop: MariaDB %,d MiB, %,d MiB of it SEM's tables; Kafka %,d MiB.",
                mib(folder.resolve("mariadb/data")),
                mib(folder.resolve("mariadb/data/sem")),
                mib(folder.resolve("kafka")));
    }

    /** What a folder takes, holes of compressed pages left out. */
    private static long mib(Path folder) throws IOException {
        Process process = new ProcessBuilder("du", "-sk", folder.toString()).start();
        String line = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return Long.parseLong(line.split("\\s", 2)[0]) / 1024;
    }

    /** Where the script finds it; also on the screen. */
    private void keep(String load, Map<String, Double> alone, Map<String, Map<String, Double>> both)
            throws IOException {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%s, %s, load %s before.%n%n",
                LocalDate.now(ZoneOffset.UTC),
                System.getProperty("java.vm.version"),
                load));
        words.forEach(line -> table.append("- ").append(line).append('\n'));
        table.append(String.format(
                "%n| ms, medians of %d | a year, nothing else stored | a year, beside %d | %d years | times a year's |%n",
                ASKED, YEARS, YEARS));
        table.append("|---|---:|---:|---:|---:|\n");
        both.get("old").forEach((question, millis) -> {
            double young = both.get("young").get(question);
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %.1f | %.1f | %.1f | %.2f |%n",
                    question,
                    alone.get(question),
                    young,
                    millis,
                    millis / young));
        });
        Path result = Path.of("target/footprint/years.md");
        Files.createDirectories(result.getParent());
        Files.writeString(result, table);
        System.out.println(table);
    }

    private static double secondsSince(long beginNanos) {
        return (System.nanoTime() - beginNanos) / 1e9;
    }
}
