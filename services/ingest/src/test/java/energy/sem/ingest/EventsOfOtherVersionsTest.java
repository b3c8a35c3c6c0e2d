package energy.sem.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import energy.sem.ingest.kit.IngestTest;
import energy.sem.ingest.kit.Tables;
import energy.sem.ingest.kit.Topic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** During an upgrade the topic holds what older and newer gateways wrote: all of it becomes rows. */
@IngestTest
class EventsOfOtherVersionsTest {
    /** What they are says RecordedEvents there. */
    private static final Path RECORDED =
            Path.of("../../libs/telegram-event/src/test/resources/recorded/2026-11-28.jsonl");

    private static Topic topic;

    @BeforeAll
    static void open() {
        topic = new Topic();
    }

    @AfterAll
    static void close() {
        topic.close();
    }

    @Test
    void the_bytes_that_a_gateway_of_before_the_first_release_wrote_are_stored_as_they_were_then() throws IOException {
        for (String json : Files.readAllLines(RECORDED)) {
            String meter = "was" + json.split("\"", 6)[5].split("\"", 2)[0];
            topic.sendRaw(meter, json.replaceFirst("\"meter\":\"", "$0was").getBytes(UTF_8));
        }
        topic.awaitConsumed();

        assertThat(rows("was%"))
                .containsExactly(
                        "wasbare electricity 1SEM0007000008 2026-11-22 09:15:20 100000 null null null 100",
                        "washome electricity 1SEM0007000001 2026-11-22 09:15:00 6550417 6605954 null null 642",
                        "washome electricity 1SEM0007000001 2026-11-22 09:30:00 6550917 6605954 null null 4842",
                        "washome gas 7SEM0007000002 2026-11-22 09:00:05 null null null 6990233 null",
                        "washome water 8SEM0007000003 2026-11-22 09:00:12 null null null 815162 null",
                        "wasold electricity 071000001 2026-11-22 09:15:07 1234 2345 null null 880",
                        "wasold gas 072000001 2026-11-22 09:00:00 null null null 7890693 null",
                        "wassensor electricity sensor 2026-11-22 09:15:40 1234567 2345678 null null 642",
                        "wassensor gas sensor-gas 2026-11-22 09:15:40 null null null 112384 null",
                        "wastotal electricity 1SEM0007000004 2026-11-22 09:15:10 null null 25653 null 5",
                        "wastotal heat 6SEM0007000005 2026-11-22 09:00:00 null null null 12345 null",
                        "wastotal other 4SEM0007000007 2026-11-22 09:15:00 null null null 250 null",
                        "wastotal submeter 5SEM0007000006 2026-11-22 09:15:00 null null 42195 null null",
                        "wastoy electricity 1SEM0007000009 2026-11-22 09:15:30 200000 100000 null null null");
        assertThat(Tables.lines("SELECT name FROM meter WHERE name LIKE 'was%' AND simulated"))
                .containsExactly("wastoy");
        assertThat(Tables.lines("SELECT month, COALESCE(final_w, running_w) FROM month_peak p"
                        + " JOIN device d ON d.id = p.device_id WHERE d.serial = '1SEM0007000001' ORDER BY month"))
                .containsExactly("2026-09-01 5980", "2026-10-01 3110", "2026-11-01 4329");
        assertThat(Tables.lines("SELECT x.serial, x.cause FROM quarantine x JOIN meter m ON m.id = x.meter_id"
                        + " WHERE m.name = 'washome' ORDER BY x.cause"))
                .containsExactly(" clock-ahead", "1SEM0007000001 register-falls");
        assertThat(topic.dead()).noneMatch(record -> record.key().startsWith("was"));
    }

    @Test
    void what_is_known_of_a_later_gateways_event_is_stored() {
        String later =
                """
                {'version':1,'meter':'willbe','at':'2026-11-22T10:00:00Z','timeSource':'guessed','crc':'x-25',
                 'occurrences':[{'kind':'power-failure','at':'2026-11-21T03:00:00Z','seconds':412}],
                 'electricity':{'serial':'1SEM-willbe','importT1Wh':1000,'importT9Wh':7,'powerFactor':0.98,
                   'phases':[{'phase':1,'voltageDeciV':2301,'angle':0.5}]},
                 'devices':[{'channel':1,'kind':'cooling','serial':'5SEM-willbe','at':'2026-11-22T10:00:00Z',
                   'volumeLitre':42,'coldMj':7},{'channel':2,'kind':'rain','serial':'4SEM-willbe',
                   'at':'2026-11-22T10:00:00Z','rainMm':3}],
                 'verdict':{'plausible':true,'doubts':[{'what':'voltage','phase':1}]}}""";
        topic.sendRaw("willbe", later.replace('\'', '"').getBytes(UTF_8));
        topic.awaitConsumed();

        assertThat(rows("willbe"))
                .containsExactly(
                        "willbe electricity 1SEM-willbe 2026-11-22 10:00:00 1000 null null null null",
                        "willbe other 5SEM-willbe 2026-11-22 10:00:00 null null null 42 null");
        assertThat(topic.dead("willbe")).isEmpty();
    }

    private static List<String> rows(String meters) {
        return Tables.lines("SELECT m.name, d.kind, d.serial,"
                + " DATE_FORMAT(TIMESTAMPADD(SECOND, q.first_at DIV 1000, '1970-01-01'), '%Y-%m-%d %H:%i:%s'),"
                + " first_import_t1_wh, first_import_t2_wh, first_import_wh, COALESCE(first_volume_l, first_heat_mj), max_import_w"
                + " FROM quarter_hour q JOIN device d ON d.id = q.device_id JOIN meter m ON m.id = d.meter_id"
                + " WHERE m.name LIKE '" + meters + "' ORDER BY m.name, CAST(d.kind AS CHAR), d.serial, q.quarter");
    }
}
