package energy.sem.ingest;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

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
    private static final List<Poison> NO_EVENTS = List.of(
            new Poison("notjson", "/FLU5 no event"),
            new Poison("empty", ""),
            new Poison("array", "[1,2]"),
            new Poison("nullword", "null"),
            new Poison("version", "{'version':2,'meter':'version','at':'2026-11-22T10:00:00Z'}"),
            new Poison("noat", "{'version':1,'meter':'noat'}"),
            new Poison(
                    "floating",
                    "{'version':1,'meter':'floating','at':'2026-11-22T10:00:00Z','electricity':{'importT1Wh':1.5}}"),
            new Poison(
                    "nophase",
                    "{'version':1,'meter':'nophase','at':'2026-11-22T10:00:00Z','electricity':{'phases':[null]}}"),
            new Poison("cut", "{'version':1,'meter':'cut','at':'2026-11-22T10:0"));

    private static final List<Poison> OUT_OF_RANGE = List.of(
            new Poison("early", "{'version':1,'meter':'early','at':'1999-12-31T23:59:59Z'}", "at is 1999"),
            new Poison("late", "{'version':1,'meter':'late','at':'2100-01-01T00:00:00Z'}", "at is 2100"),
            new Poison(
                    "negative",
                    "{'version':1,'meter':'negative','at':'2026-11-22T10:00:00Z','electricity':{'importT1Wh':-1}}",
                    "importT1Wh is -1"),
            new Poison(
                    "huge",
                    "{'version':1,'meter':'huge','at':'2026-11-22T10:00:00Z','electricity':{'exportWh':"
                            + "1000000000000001}}",
                    "exportWh is"),
            new Poison(
                    "nocapture",
                    "{'version':1,'meter':'nocapture','at':'2026-11-22T10:00:00Z','devices':[{'channel':1,'kind':'gas',"
                            + "'serial':'7','volumeLitre':1}]}",
                    "at of a device is null"),
            new Poison("badname", "{'version':1,'meter':'Bad Name','at':'2026-11-22T10:00:00Z'}", "the meter's name"));

    private static Topic topic;
    private static List<ConsumerRecord<String, byte[]>> dead;

    /** Each between two events of its meter; all meters at once, because each wait for a batch takes its time. */
    @BeforeAll
    static void send() {
        topic = new Topic();
        List<Poison> all =
                Stream.concat(NO_EVENTS.stream(), OUT_OF_RANGE.stream()).toList();
        topic.send(all.stream()
                .map(each -> Events.at(each.meter, "2026-11-22T10:00:00Z")
                        .importT1Wh(1)
                        .build())
                .toList());
        all.forEach(each -> topic.sendRaw(each.meter, each.bytes()));
        topic.send(all.stream()
                .map(each -> Events.at(each.meter, "2026-11-22T10:14:00Z")
                        .importT1Wh(2)
                        .build())
                .toList());
        topic.awaitConsumed();
        dead = topic.dead();
    }

    @AfterAll
    static void close() {
        topic.close();
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("NO_EVENTS")
    void what_is_no_event_goes_to_the_dead_topic_as_it_came(Poison poison) {
        ConsumerRecord<String, byte[]> record = deadOf(poison);
        assertThat(record.value()).isEqualTo(poison.bytes());
        assertThat(header(record, "cause")).isEqualTo("undecodable");
        assertThat(header(record, "detail")).isNotBlank();
        assertThat(header(record, "position")).startsWith("sem.telegrams-");
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("OUT_OF_RANGE")
    void an_event_with_a_value_that_no_table_holds_goes_to_the_dead_topic(Poison poison) {
        ConsumerRecord<String, byte[]> record = deadOf(poison);
        assertThat(record.value()).isEqualTo(poison.bytes());
        assertThat(header(record, "cause")).isEqualTo("out-of-range");
        assertThat(header(record, "detail")).contains(poison.detail);
    }

    @Test
    void a_record_without_a_value_goes_there_too() {
        topic.sendRaw("tombstone", null);
        topic.awaitConsumed();

        assertThat(topic.dead("tombstone")).hasSize(1);
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

    /** The one record that its meter has there; the events around it are stored. */
    private static ConsumerRecord<String, byte[]> deadOf(Poison poison) {
        List<ConsumerRecord<String, byte[]>> records =
                dead.stream().filter(each -> poison.meter.equals(each.key())).toList();
        assertThat(records).hasSize(1);
        assertThat(Tables.rows("SELECT first_import_t1_wh, last_import_t1_wh FROM quarter_hour q"
                        + " JOIN device d ON d.id = q.device_id WHERE d.serial = '1SEM-" + poison.meter + "'"))
                .as("the events around it are stored")
                .containsExactly(List.of("1", "2"));
        return records.get(0);
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    /**
     * A record that cannot be stored.
     *
     * @param value with ' for "
     * @param detail what is said about it
     */
    record Poison(String meter, String value, String detail) {
        Poison(String meter, String value) {
            this(meter, value, "");
        }

        byte[] bytes() {
            return value.replace('\'', '"').getBytes(UTF_8);
        }

        @Override
        public String toString() {
            return meter;
        }
    }
}
