package energy.sem.ingest;

import java.sql.SQLException;
import java.util.List;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.ingest.kit.Events;
import energy.sem.ingest.kit.IngestTest;
import energy.sem.ingest.kit.Sql;
import energy.sem.ingest.kit.Tables;
import energy.sem.ingest.kit.Topic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Events that can never be stored go to the dead topic one by one, and the rest of their batch goes on. */
@IngestTest
class PoisonTest {
    private static Topic topic;

    @BeforeAll
    static void open() {
        topic = new Topic();
    }

    @AfterAll
    static void close() {
        topic.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "notjson  | /FLU5 no event",
                "empty    | \"\"",
                "array    | [1,2]",
                "nullword | null",
                "version  | {'version':2,'meter':'version','at':'2026-11-22T10:00:00Z'}",
                "noat     | {'version':1,'meter':'noat'}",
                "floating | {'version':1,'meter':'floating','at':'2026-11-22T10:00:00Z','electricity':{'importT1Wh':1.5}}",
                "nophase  | {'version':1,'meter':'nophase','at':'2026-11-22T10:00:00Z','electricity':{'phases':[null]}}",
                "cut      | {'version':1,'meter':'cut','at':'2026-11-22T10:0"
            })
    void what_is_no_event_goes_to_the_dead_topic_as_it_came(String meter, String value) {
        byte[] bytes = value.replace('\'', '"').getBytes(UTF_8);
        topic.send(
                List.of(Events.at(meter, "2026-11-22T10:00:00Z").importT1Wh(1).build()));
        topic.sendRaw(meter, bytes);
        topic.send(
                List.of(Events.at(meter, "2026-11-22T10:14:00Z").importT1Wh(2).build()));
        topic.awaitConsumed();

        List<ConsumerRecord<String, byte[]>> dead = topic.dead(meter);
        assertThat(dead).hasSize(1);
        assertThat(dead.get(0).value()).isEqualTo(bytes);
        assertThat(header(dead.get(0), "cause")).isEqualTo("undecodable");
        assertThat(header(dead.get(0), "detail")).isNotBlank();
        assertThat(header(dead.get(0), "position")).startsWith("sem.telegrams-");
        assertThat(Tables.lastImportT1Wh(meter))
                .as("the events around it are stored")
                .isEqualTo(2);
    }

    @Test
    void a_record_without_a_value_goes_there_too() {
        topic.sendRaw("tombstone", null);
        topic.awaitConsumed();

        assertThat(topic.dead("tombstone")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "early     | {'version':1,'meter':'early','at':'1999-12-31T23:59:59Z'}                       | at is 1999",
                "late      | {'version':1,'meter':'late','at':'2100-01-01T00:00:00Z'}                        | at is 2100",
                "negative  | {'version':1,'meter':'negative','at':'2026-11-22T10:00:00Z','electricity':{'importT1Wh':-1}}"
                        + " | importT1Wh is -1",
                "huge      | {'version':1,'meter':'huge','at':'2026-11-22T10:00:00Z','electricity':{'exportWh':"
                        + "1000000000000001}} | exportWh is",
                "volts     | {'version':1,'meter':'volts','at':'2026-11-22T10:00:00Z','electricity':{'phases':["
                        + "{'phase':1,'voltageDeciV':32768}]}} | voltageDeciV is 32768",
                "phase     | {'version':1,'meter':'phase','at':'2026-11-22T10:00:00Z','electricity':{'phases':[{'phase':4}]}}"
                        + " | phase is 4",
                "nocapture | {'version':1,'meter':'nocapture','at':'2026-11-22T10:00:00Z','devices':[{'channel':1,'kind':'gas',"
                        + "'serial':'7','volumeLitre':1}]} | at of a device is null",
                "badname   | {'version':1,'meter':'Bad Name','at':'2026-11-22T10:00:00Z'} | the meter's name"
            })
    void an_event_with_a_value_that_no_table_holds_goes_to_the_dead_topic(String meter, String value, String detail) {
        topic.sendRaw(meter, value.replace('\'', '"').getBytes(UTF_8));
        topic.send(
                List.of(Events.at(meter, "2026-11-22T10:14:00Z").importT1Wh(2).build()));
        topic.awaitConsumed();

        List<ConsumerRecord<String, byte[]>> dead = topic.dead(meter);
        assertThat(dead).hasSize(1);
        assertThat(header(dead.get(0), "cause")).isEqualTo("out-of-range");
        assertThat(header(dead.get(0), "detail")).contains(detail);
        assertThat(Tables.lastImportT1Wh(meter)).isEqualTo(2);
    }

    @Test
    void an_event_that_the_database_refuses_is_found_among_the_others() throws SQLException {
        // It stays: a replay of the topic in another test must be refused the same event.
        Sql.run("root", "ALTER TABLE quarter_hour ADD CONSTRAINT refused CHECK (last_import_t1_wh <> 666666666666)");
        topic.send(List.of(
                Events.at("refused", "2026-11-22T10:00:00Z").importT1Wh(1).build(),
                Events.at("refused", "2026-11-22T10:15:00Z").importT1Wh(2).build(),
                Events.at("refused", "2026-11-22T10:30:00Z")
                        .importT1Wh(666_666_666_666L)
                        .build(),
                Events.at("refused", "2026-11-22T10:45:00Z").importT1Wh(4).build(),
                Events.at("refused", "2026-11-22T11:00:00Z").importT1Wh(5).build()));
        topic.awaitConsumed();

        List<ConsumerRecord<String, byte[]>> dead = topic.dead("refused");
        assertThat(dead).hasSize(1);
        assertThat(header(dead.get(0), "cause")).isEqualTo("refused-by-database");
        assertThat(header(dead.get(0), "detail")).contains("refused");
        assertThat(new String(dead.get(0).value(), UTF_8)).contains("666666666666");
        assertThat(Tables.rows("SELECT first_import_t1_wh FROM quarter_hour q JOIN device d ON d.id = q.device_id"
                        + " WHERE d.serial = '1SEM-refused' ORDER BY quarter"))
                .containsExactly(List.of("1"), List.of("2"), List.of("4"), List.of("5"));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
