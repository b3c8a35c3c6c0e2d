package energy.sem.ingest.price;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.bill.price.DayPrices;
import energy.sem.bill.price.DeliveryDay;
import energy.sem.bill.price.PriceArea;
import energy.sem.ingest.kit.IngestTest;
import energy.sem.ingest.kit.Sql;
import energy.sem.ingest.kit.Tables;
import energy.sem.ingest.kit.Topic;
import energy.sem.ingest.start.Database;

import static energy.sem.tests.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

/** Prices from a source on loopback through Kafka into the table. */
@IngestTest
class FetchingTest {
    private static final DeliveryDay TODAY = new DeliveryDay(LocalDate.of(2026, 11, 28));
    private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");
    private static final DeliveryDay OCTOBER = new DeliveryDay(LocalDate.of(2026, 10, 25));

    @Inject
    Database database;

    @Inject
    DataSource dataSource;

    @Inject
    PriceTable table;

    @Inject
    PricePublisher topic;

    @Inject
    PriceStore store;

    @TempDir
    Path folder;

    private final List<DayPrices> published = new ArrayList<>();
    private Stub stub;
    private Instant now = NOW;
    private Duration patience = Duration.ofSeconds(30);

    @BeforeEach
    void empty() throws Exception {
        database.awaitReady();
        new Topic().close();
        for (String each : List.of("spot_price", "price_source", "price_turn", "price_fault", "price_version")) {
            Sql.run("root", "DELETE FROM sem." + each);
        }
        stub = new Stub();
    }

    @AfterEach
    void close() {
        stub.close();
    }

    @Test
    void a_day_goes_from_the_source_through_kafka_into_the_table() throws Exception {
        stub.when("/charts", Stub.body(Stub.energyCharts(TODAY, "-92.1")));
        fetching(topic, "energy-charts").fetch(PriceArea.BE);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> table.known(PriceArea.BE, TODAY).isComplete(TODAY));
        assertThat(Tables.rows("SELECT DISTINCT eur_mwh, source, fetched_at FROM spot_price"))
                .containsExactly(List.of("-92.10000", "energy-charts", String.valueOf(NOW.toEpochMilli())));
        assertThat(Tables.rows("SELECT area, source, terms FROM price_source"))
                .containsExactly(List.of("BE", "energy-charts", "invented terms"));
    }

    @Test
    void the_second_source_has_what_the_first_lacks() throws Exception {
        stub.when("/entso", Stub.body(Stub.entsoE(TODAY, 49, "10")));
        stub.when("/charts", Stub.body(Stub.energyCharts(TODAY, "20")));
        fetching(stored(), "entso-e,energy-charts").fetch(PriceArea.BE);
        assertThat(Tables.rows("SELECT source, COUNT(*), MIN(eur_mwh), MAX(eur_mwh) FROM spot_price GROUP BY source"))
                .as("each with its own")
                .containsExactlyInAnyOrder(
                        List.of("energy-charts", "48", "20.00000", "20.00000"),
                        List.of("entso-e", "48", "10.00000", "10.00000"));
        assertThat(Tables.rows("SELECT source, terms FROM price_source"))
                .containsExactlyInAnyOrder(
                        List.of("energy-charts", "invented terms"),
                        List.of("entso-e", "ENTSO-E Transparency Platform: for your own use"));
    }

    @Test
    void a_first_source_that_has_all_is_enough() throws Exception {
        stub.when("/entso", Stub.body(Stub.entsoE(TODAY, 1, "10")));
        fetching(stored(), "entso-e,energy-charts").fetch(PriceArea.BE);
        assertThat(published).hasSize(1);
        assertThat(stub.asked("/charts")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"500", "302", "cut", "silent", "endless", "long", "dtd", "refused", "none", "wrong"})
    void a_first_source_that_fails_in_any_way_is_passed_over(String way) throws Exception {
        String half = Stub.entsoE(TODAY, 1, "10").substring(0, 200);
        stub.when(
                "/entso",
                switch (way) {
                    case "cut" -> Stub.cut(half);
                    case "silent" -> stub.silent();
                    case "endless" -> Stub.endless();
                    case "long" -> Stub.body(" ".repeat(600 * 1024) + Stub.entsoE(TODAY, 1, "10"));
                    case "dtd" -> Stub.body("<!DOCTYPE x [<!ENTITY a 'b'>]><Publication_MarketDocument/>");
                    case "refused" ->
                        Stub.body(
                                400,
                                "<Acknowledgement_MarketDocument><Reason><code>999</code><text>No token</text></Reason>"
                                        + "</Acknowledgement_MarketDocument>");
                    case "none" -> Stub.status(204);
                    case "wrong" -> Stub.body("<html>maintenance</html>");
                    default -> Stub.status(Integer.parseInt(way), "Location", "/charts");
                });
        stub.when("/charts", Stub.body(Stub.energyCharts(TODAY, "20")));
        patience = Duration.ofSeconds(way.equals("silent") ? 2 : 30);
        fetching(stored(), "entso-e,energy-charts").fetch(PriceArea.BE);
        assertThat(published).extracting(DayPrices::source).containsExactly("energy-charts");
    }

    @Test
    void a_source_that_wants_to_be_left_alone_is() throws Exception {
        stub.when("/charts", Stub.status(429, "Retry-After", "3600"));
        Fetching fetching = fetching(stored(), "energy-charts");
        fetching.fetch(PriceArea.BE);
        for (int minute = 1; minute < 60; minute++) {
            now = NOW.plus(Duration.ofMinutes(minute));
            fetching.fetch(PriceArea.BE);
        }
        assertThat(stub.asked("/charts")).isEqualTo(1);
        now = NOW.plus(Duration.ofMinutes(75));
        fetching.fetch(PriceArea.BE);
        assertThat(stub.asked("/charts")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401     | refused | a token is missing, wrong, or not allowed",
                "429     | refused | it is asked too often",
                "500     | wrong   | it answers with status 500",
                "204     | not-yet | no prices for this day yet",
                "silent  | wrong   | no whole answer within PT2S",
                "half    | not-yet | it has 48 of the day's 96 quarter hours",
                "refused | refused | No token",
            })
    void why_a_source_gave_no_prices_is_kept_until_it_gives_them(String way, String reason, String words)
            throws Exception {
        stub.when(
                "/entso",
                switch (way) {
                    case "silent" -> stub.silent();
                    case "half" -> Stub.body(Stub.entsoE(TODAY, 49, "10"));
                    case "refused" ->
                        Stub.body(
                                400,
                                "<Acknowledgement_MarketDocument><Reason><code>999</code><text>No token</text></Reason>"
                                        + "</Acknowledgement_MarketDocument>");
                    default -> Stub.status(Integer.parseInt(way));
                });
        patience = Duration.ofSeconds(way.equals("silent") ? 2 : 30);
        fetching(stored(), "entso-e").fetch(PriceArea.BE);
        List<List<String>> faults = Tables.rows("SELECT area, day, source, at, reason, detail FROM price_fault");
        assertThat(faults).hasSize(1);
        assertThat(faults.get(0).subList(0, 5))
                .containsExactly("BE", "2026-11-28", "entso-e", String.valueOf(NOW.toEpochMilli()), reason);
        assertThat(faults.get(0).get(5)).contains(words);
        Sql.run("root", "DELETE FROM sem.price_turn");
        stub.when("/entso", Stub.body(Stub.entsoE(TODAY, 1, "10")));
        fetching(stored(), "entso-e").fetch(PriceArea.BE);
        assertThat(Tables.rows("SELECT source FROM price_fault WHERE detail IS NOT NULL"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"entso-e", "energy-charts", "energyzero", "url"})
    void whatever_any_source_does_no_price_is_invented_and_it_is_said_what_it_did(String source) throws Exception {
        String path = Map.of("entso-e", "/entso", "energy-charts", "/charts", "energyzero", "/zero", "url", "/any")
                .get(source);
        String whole = source.equals("entso-e")
                ? Stub.entsoE(TODAY, 1, "10")
                : source.equals("url") ? Stub.list(TODAY, "10", "10") : Stub.energyCharts(TODAY, "10");
        Map<String, Stub.Behaviour> ways = new LinkedHashMap<>();
        ways.put("slow", stub.silent());
        ways.put("cut", Stub.cut(whole.substring(0, 200)));
        ways.put("half", Stub.body(whole.substring(0, whole.length() / 2)));
        ways.put("wrong", Stub.body("<html>maintenance</html>"));
        ways.put("empty", Stub.body(""));
        ways.put("null", Stub.body("null"));
        ways.put("429", Stub.status(429, "Retry-After", "60"));
        ways.put("500", Stub.status(500));
        ways.put("dtd", Stub.body("<!DOCTYPE x [<!ENTITY a 'b'>]><Publication_MarketDocument/>"));
        ways.put("huge", Stub.body(" ".repeat(600 * 1024) + whole));
        ways.put("endless", Stub.endless());
        patience = Duration.ofSeconds(2);
        PriceArea area = source.equals("energyzero") ? PriceArea.NL : PriceArea.BE;
        for (Map.Entry<String, Stub.Behaviour> each : ways.entrySet()) {
            stub.when(path, each.getValue());
            Sql.run("root", "DELETE FROM sem.price_turn");
            Sql.run("root", "DELETE FROM sem.price_fault");
            fetching(
                            stored(),
                            source,
                            Map.of(
                                    "sem.prices.areas", area.name(),
                                    "sem.prices.url.address", stub.uri("/any").toString(),
                                    "sem.prices.url.unit", "EUR/MWh"))
                    .fetch(area);
            assertThat(published).as(each.getKey()).isEmpty();
            assertThat(Tables.rows("SELECT source, LENGTH(detail) > 10 FROM price_fault"))
                    .as(each.getKey())
                    .containsExactly(List.of(source, "1"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void in_whatever_order_prices_arrive_the_table_is_the_same(int seed) throws Exception {
        List<DayPrices> all = new ArrayList<>();
        for (int fetch = 0; fetch < 4; fetch++) {
            for (int each = 26; each < 29; each++) {
                DeliveryDay day = new DeliveryDay(LocalDate.of(2026, 11, each));
                energy.sem.bill.price.QuarterPrices.Builder prices = new energy.sem.bill.price.QuarterPrices.Builder();
                // Each fetch has another part of the day.
                prices.put(day.from() + 10 * fetch, day.to() - 7 * fetch, new java.math.BigDecimal(10 * fetch + each));
                all.add(new DayPrices(PriceArea.BE, day, "s" + fetch, NOW.plusSeconds(fetch), null, prices.build()));
            }
        }
        for (DayPrices each : all) {
            table.store(each);
        }
        String rows = "SELECT quarter, eur_mwh, source, fetched_at FROM spot_price ORDER BY quarter";
        List<List<String>> expected = Tables.rows(rows);
        assertThat(expected).hasSize(3 * 96);
        Sql.run("root", "DELETE FROM sem.spot_price");
        Collections.shuffle(all, new Random(seed));
        all.addAll(all.subList(0, 5));
        for (DayPrices each : all) {
            table.store(each);
        }
        assertThat(Tables.rows(rows)).isEqualTo(expected);
    }

    @Test
    void a_file_that_is_away_or_lacks_the_day_says_so() throws Exception {
        Path file = folder.resolve("away.csv");
        Map<String, String> settings = Map.of("sem.prices.file", file.toString());
        fetching(stored(), "file", settings).fetch(PriceArea.BE);
        assertThat(Tables.rows("SELECT detail FROM price_fault")).containsExactly(List.of("there is no file " + file));
        Sql.run("root", "DELETE FROM sem.price_turn");
        Files.writeString(file, "2026-11-28,1,7\n");
        fetching(stored(), "file", settings).fetch(PriceArea.BE);
        assertThat(Tables.rows("SELECT detail FROM price_fault"))
                .containsExactly(List.of("it has 1 of the day's 96 quarter hours"));
    }

    @Test
    void of_several_replicas_one_asks_and_no_day_twice_in_ten_minutes() throws Exception {
        stub.when("/charts", Stub.status(404));
        List<Fetching> replicas = List.of(
                fetching(stored(), "energy-charts"),
                fetching(stored(), "energy-charts"),
                fetching(stored(), "energy-charts"));
        for (int minute = 0; minute < 10; minute++) {
            now = NOW.plus(Duration.ofMinutes(minute));
            for (Fetching each : replicas) {
                each.fetch(PriceArea.BE);
            }
        }
        assertThat(stub.asked("/charts")).as("today and yesterday, once each").isEqualTo(2);
    }

    @Test
    void where_the_clock_changes_only_what_two_sources_say_alike_is_known() throws Exception {
        now = Instant.parse("2026-10-25T08:00:00Z");
        String shifted = Stub.energyCharts(OCTOBER, "20").replaceFirst("\"price\":\\[20,20", "\"price\":[0,0");
        stub.when("/entso", Stub.body(Stub.entsoE(OCTOBER, 1, "20")));
        stub.when("/charts", Stub.body(shifted));
        fetching(stored(), "entso-e,energy-charts").fetch(PriceArea.BE);
        assertThat(published).singleElement().satisfies(each -> {
            assertThat(each.prices().count()).isEqualTo(98);
            assertThat(each.prices().get(OCTOBER.from())).isNull();
            assertThat(each.prices().get(OCTOBER.from() + 2)).isEqualByComparingTo("20");
        });
        assertThat(Tables.rows("SELECT source, detail FROM price_fault"))
                .extracting(each -> each.get(0))
                .containsExactly("energy-charts", "entso-e");
    }

    @ParameterizedTest
    @CsvSource({
        // what each of three sources says of the first half hour; what is known of it, and of the rest
        "20, 20, none, 20, true",
        "20, none, none, , false",
        "0,  20, none, , true",
        "0,  20, 30,   , true",
        "0,  20, 20,  20, true",
        "20, 0,  20,  20, true",
    })
    void where_the_clock_changes_a_third_source_confirms_and_never_fills(
            String first, String second, String third, String known, boolean rest) throws Exception {
        now = Instant.parse("2026-10-25T08:00:00Z");
        String all = Stub.energyCharts(OCTOBER, "25");
        stub.when("/charts", halfHour(all, first));
        stub.when("/any", second.equals("none") ? Stub.status(500) : Stub.body(Stub.list(OCTOBER, second, "25")));
        stub.when("/entso", third.equals("none") ? Stub.status(500) : Stub.body(Stub.entsoE(OCTOBER, 1, third)));
        fetching(
                        stored(),
                        "energy-charts,url,entso-e",
                        Map.of("sem.prices.url.address", stub.uri("/any").toString(), "sem.prices.url.unit", "EUR/MWh"))
                .fetch(PriceArea.BE);
        PriceTable.Known all100 = table.known(PriceArea.BE, OCTOBER);
        assertThat(all100.count()).isEqualTo((rest ? 98 : 0) + (known == null ? 0 : 2));
        assertThat(Tables.rows("SELECT DISTINCT eur_mwh FROM spot_price WHERE quarter = " + OCTOBER.from()))
                .isEqualTo(known == null ? List.of() : List.of(List.of(known + ".00000")));
    }

    private static Stub.Behaviour halfHour(String all, String price) {
        return price.equals("none")
                ? Stub.status(500)
                : Stub.body(all.replaceFirst("\"price\":\\[25,25", "\"price\":[" + price + "," + price));
    }

    @Test
    void where_the_clock_changes_the_only_source_is_believed_and_a_file_too() throws Exception {
        now = Instant.parse("2026-10-25T08:00:00Z");
        stub.when("/charts", Stub.body(Stub.energyCharts(OCTOBER, "20")));
        fetching(stored(), "energy-charts").fetch(PriceArea.BE);
        assertThat(table.known(PriceArea.BE, OCTOBER).isComplete(OCTOBER)).isTrue();
    }

    @Test
    void a_file_comes_at_its_place_in_the_order() throws Exception {
        stub.when("/charts", Stub.body(Stub.energyCharts(TODAY, "20")));
        Path file = Files.writeString(folder.resolve("prices.csv"), "2026-11-28,1,7\n");
        Map<String, String> settings = Map.of("sem.prices.file", file.toString());
        fetching(stored(), "energy-charts, file", settings).fetch(PriceArea.BE);
        assertThat(published).extracting(DayPrices::source).containsExactly("energy-charts");
        published.clear();
        Sql.run("root", "DELETE FROM sem.spot_price");
        Sql.run("root", "DELETE FROM sem.price_turn");
        fetching(stored(), " file ,energy-charts", settings).fetch(PriceArea.BE);
        assertThat(published).extracting(DayPrices::source).containsExactly("file", "energy-charts");
        assertThat(published).extracting(each -> each.prices().count()).containsExactly(1, 95);
    }

    @Test
    void an_old_day_that_nobody_has_is_given_up() throws Exception {
        Fetching fetching = fetching(stored(), "energy-charts", Map.of("sem.prices.since", "2026-11-01"));
        table.store(day("10", NOW));
        Sql.run(
                "root",
                "INSERT INTO sem.price_turn SELECT CONCAT('BE/2026-11-', LPAD(seq, 2, '0')), 20, 0 FROM sem.seq_1_to_30");
        for (int minute = 0; minute < 20; minute++) {
            now = NOW.plus(Duration.ofMinutes(minute));
            fetching.fetch(PriceArea.BE);
        }
        assertThat(stub.asked("/charts"))
                .as("the days of the last week, once each")
                .isEqualTo(7);
    }

    @Test
    void a_day_that_was_given_up_or_is_known_is_asked_for_once_more_when_somebody_says_so() throws Exception {
        Fetching fetching = fetching(
                stored(),
                "energy-charts",
                Map.of("sem.prices.since", "2026-11-28", "sem.prices.again", "2026-11-02,2026-11-03"));
        for (int each = 2; each <= 29; each++) {
            table.store(day(new DeliveryDay(LocalDate.of(2026, 11, each)), "10", NOW));
        }
        Sql.run(
                "root",
                "DELETE FROM sem.spot_price WHERE quarter = " + new DeliveryDay(LocalDate.of(2026, 11, 2)).from());
        Sql.run("root", "INSERT INTO sem.price_turn VALUES ('BE/2026-11-02', 20, 99999999999999)");
        long before = stub.asked("/charts");
        for (int minute = 0; minute < 10; minute++) {
            now = NOW.plus(Duration.ofMinutes(minute));
            fetching.fetch(PriceArea.BE);
        }
        assertThat(stub.asked("/charts") - before).as("both days once").isEqualTo(2);
    }

    @Test
    void many_days_are_counted_at_once_also_where_the_clock_changes() throws Exception {
        DeliveryDay before = new DeliveryDay(LocalDate.of(2026, 10, 24));
        DeliveryDay march = new DeliveryDay(LocalDate.of(2026, 3, 29));
        for (DeliveryDay each : List.of(march, before, OCTOBER, TODAY)) {
            table.store(day(each, "10", NOW));
        }
        Map<DeliveryDay, PriceTable.Known> known =
                table.known(PriceArea.BE, new DeliveryDay(LocalDate.of(2026, 1, 1)), TODAY);
        assertThat(known).hasSize(4).allSatisfy((day, each) -> {
            assertThat(each.isComplete(day)).as(day.toString()).isTrue();
            assertThat(each.fetched()).isEqualTo(NOW);
        });
    }

    @Test
    void a_record_that_the_table_refuses_stops_nothing() throws Exception {
        DeliveryDay old = new DeliveryDay(LocalDate.of(1969, 1, 2));
        store.store(day(old, "10", NOW));
        topic.publish(day(old, "10", NOW));
        topic.publish(day("10", NOW));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> table.known(PriceArea.BE, TODAY).isComplete(TODAY));
    }

    @Test
    void a_later_fetch_corrects_an_earlier_one_in_whatever_order_they_come() throws Exception {
        DayPrices early = day("10", NOW);
        DayPrices late = day("11", NOW.plusSeconds(60));
        table.store(late);
        table.store(early);
        assertThat(Tables.rows("SELECT DISTINCT eur_mwh FROM spot_price")).containsExactly(List.of("11.00000"));
        table.store(day("12", NOW.plusSeconds(120)));
        assertThat(Tables.rows("SELECT DISTINCT eur_mwh FROM spot_price")).containsExactly(List.of("12.00000"));
    }

    @Test
    void a_file_of_ones_own_says_a_day() throws Exception {
        StringBuilder lines = new StringBuilder("date,quarter,eur_mwh\n");
        for (int i = 1; i <= 96; i++) {
            lines.append("2026-11-28,").append(i).append(',').append(i).append('\n');
        }
        Path file = Files.writeString(folder.resolve("prices.csv"), lines);
        fetching(stored(), "file", Map.of("sem.prices.file", file.toString())).fetch(PriceArea.BE);
        assertThat(published).singleElement().satisfies(each -> {
            assertThat(each.source()).isEqualTo("file");
            assertThat(each.prices().get(TODAY.from() + 95)).isEqualByComparingTo("96");
        });
    }

    @Test
    void a_file_that_has_changed_is_read_without_the_pause() throws Exception {
        Path file = Files.writeString(folder.resolve("prices.csv"), "2026-11-01,1,7\n");
        Map<String, String> settings = Map.of("sem.prices.file", file.toString());
        Fetching fetching = fetching(stored(), "file", settings);
        fetching.fetch(PriceArea.BE);
        assertThat(published).isEmpty();

        StringBuilder lines = new StringBuilder();
        for (int quarter = 1; quarter <= TODAY.quarters(); quarter++) {
            lines.append("2026-11-28,").append(quarter).append(",7\n");
        }
        Files.writeString(file, lines);
        now = NOW.plus(Duration.ofMinutes(1));
        fetching.fetch(PriceArea.BE);
        assertThat(published).extracting(DayPrices::day).containsExactly(TODAY);
    }

    @Test
    void a_token_may_lie_in_a_file_and_goes_to_the_source_only() throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "token-of-a-file\nand a remark\n");
        stub.when("/entso", Stub.body(Stub.entsoE(TODAY, 1, "10")));
        fetching(stored(), "entso-e", Map.of("sem.prices.entso-e.token", "@" + file))
                .fetch(PriceArea.BE);
        assertThat(published).hasSize(1);
        assertThat(stub.asked("/entso")).isEqualTo(1);
        assertThat(stub.lastAsked()).endsWith("securityToken=token-of-a-file");
        Asking.Answer unreachable = new Asking(patience)
                .ask(
                        new energy.sem.bill.price.EntsoE(
                                java.net.URI.create("http://127.0.0.1:1/api"), PriceArea.BE, "token-of-a-file"),
                        TODAY);
        assertThat(unreachable.fault().getMessage()).doesNotContain("token-of-a-file");
    }

    private static DayPrices day(String price, Instant fetched) throws Exception {
        return day(TODAY, price, fetched);
    }

    private static DayPrices day(DeliveryDay day, String price, Instant fetched) throws Exception {
        energy.sem.bill.price.QuarterPrices.Builder prices = new energy.sem.bill.price.QuarterPrices.Builder();
        prices.put(day.from(), day.to(), new java.math.BigDecimal(price));
        return new DayPrices(PriceArea.BE, day, "file", fetched, null, prices.build());
    }

    /** In Kafka's place: what is published is stored at once. */
    private PricePublisher stored() {
        return day -> {
            published.add(day);
            try {
                table.store(day);
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private Fetching fetching(PricePublisher publisher, String sources) throws IOException {
        return fetching(publisher, sources, Map.of());
    }

    private Fetching fetching(PricePublisher publisher, String sources, Map<String, String> more) throws IOException {
        Clock clock = new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        };
        return new Fetching(
                database,
                settings(sources, more),
                sources(sources, more),
                table,
                new Turns(dataSource, clock),
                new PriceFaults(dataSource, clock),
                new Asking(patience),
                publisher,
                clock);
    }

    private PriceSources sources(String sources, Map<String, String> more) {
        return new PriceSources(settings(sources, more), stub.uri("/charts"), stub.uri("/zero"));
    }

    private PriceSettings settings(String sources, Map<String, String> more) {
        return Settings.of(sources, stub.uri("/entso"), more);
    }
}
