package energy.sem.bridge.dsmrreader;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import energy.sem.bridge.Readings;
import energy.sem.bridge.history.api.AmountsJson;
import energy.sem.bridge.history.api.BillJson;
import energy.sem.bridge.history.api.CostPartJson;
import energy.sem.bridge.history.api.PeriodAnswerJson;
import energy.sem.bridge.live.MeterState;
import energy.sem.bridge.value.Snapshot;

import static org.assertj.core.api.Assertions.assertThat;

/** Topic by topic as DSMR-reader (dsmr_mqtt) names them: topics.csv says which there are, and what SEM sends on each. */
class DsmrReaderTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:15:03Z");

    private final Map<String, String> kept = new LinkedHashMap<>();
    private final List<String> sent = new ArrayList<>();
    private final DsmrReader reader = new DsmrReader(ZoneId.of("Europe/Brussels"), (topic, payload) -> {
        kept.put(topic, payload);
        sent.add(topic);
    });

    @Test
    void each_topic_of_dsmr_reader_is_sent_as_it_sends_it_or_left_out_for_a_reason() throws IOException {
        reader.raw("/XXX the telegram as it came".getBytes(StandardCharsets.ISO_8859_1));
        quarter(AT, 1_000_000);
        quarter(AT.plusSeconds(898), 1_000_200);
        publish(AT);
        publish(AT.plusSeconds(300));

        Map<String, String> expected = new LinkedHashMap<>();
        List<String> leftOut = new ArrayList<>();
        for (String[] each : topics()) {
            if (each[1].startsWith("not sent")) {
                leftOut.add(each[0]);
            } else {
                expected.put(each[0], each[1]);
            }
        }
        Map<String, String> plain = new LinkedHashMap<>(kept);
        plain.values().removeIf(each -> each.startsWith("{"));
        assertThat(plain).containsExactlyInAnyOrderEntriesOf(expected);
        assertThat(kept).doesNotContainKeys(leftOut.toArray(String[]::new));
        assertThat(kept.keySet())
                .contains("dsmr/json", "dsmr/day-consumption", "dsmr/current-month", "dsmr/current-year")
                .contains("dsmr/consumption/gas/json")
                .contains("dsmr/consumption/quarter-hour-peak-electricity/json");
    }

    @Test
    void a_quarter_hour_that_was_not_read_from_its_start_on_has_no_mean() {
        quarter(AT.plusSeconds(200), 1_000_000);
        quarter(AT.plusSeconds(898), 1_000_200);
        publish(AT.plusSeconds(900));
        assertThat(kept).doesNotContainKey("dsmr/consumption/quarter-hour-peak-electricity/average_delivered");
        quarter(AT.plusSeconds(3 * 900), 1_000_900);
        publish(AT.plusSeconds(3 * 900 + 1));
        assertThat(kept).doesNotContainKey("dsmr/consumption/quarter-hour-peak-electricity/average_delivered");
    }

    @Test
    void what_has_not_changed_is_not_sent_again_but_to_a_broker_that_may_have_forgotten_it() {
        publish(AT);
        sent.clear();
        publish(AT);
        assertThat(sent).isEmpty();

        publish(AT.plusSeconds(1));
        assertThat(sent).contains("dsmr/reading/timestamp").doesNotContain("dsmr/reading/electricity_delivered_2");

        sent.clear();
        reader.startOver();
        publish(AT.plusSeconds(1));
        assertThat(sent).contains("dsmr/reading/electricity_delivered_2");
    }

    @Test
    void of_a_meter_without_tariffs_all_is_the_first() {
        Snapshot snapshot = new Snapshot(Readings.state("home", AT), null);
        reader.publish(
                snapshot,
                topic -> Optional.of(new PeriodAnswerJson()
                        .total(new AmountsJson()
                                .importKwh(new BigDecimal("6.75"))
                                .costs(new BillJson()
                                        .total(new BigDecimal("1.5"))
                                        .parts(List.of(part("import", "1.5")))))));
        assertThat(kept)
                .containsEntry("dsmr/day-consumption/electricity1", "6.750")
                .containsEntry("dsmr/day-consumption/electricity2", "0.000")
                .containsEntry("dsmr/day-consumption/electricity1_cost", "1.50")
                .doesNotContainKey("dsmr/day-consumption/electricity1_returned");
    }

    private void quarter(Instant at, long importWh) {
        reader.hear(
                new Snapshot(new MeterState(Readings.counted("home", at, importWh), at, Duration.ofSeconds(1)), null));
    }

    private void publish(Instant at) {
        Snapshot snapshot = new Snapshot(Readings.state("home", at), null);
        reader.hear(snapshot);
        reader.publish(snapshot, topic -> Optional.of(answer()));
    }

    private static PeriodAnswerJson answer() {
        return new PeriodAnswerJson()
                .total(new AmountsJson()
                        .importT1Kwh(new BigDecimal("4.5"))
                        .importT2Kwh(new BigDecimal("2.25"))
                        .exportT1Kwh(new BigDecimal("1.1"))
                        .exportT2Kwh(new BigDecimal("0.4"))
                        .importKwh(new BigDecimal("6.75"))
                        .exportKwh(new BigDecimal("1.5"))
                        .gasM3(new BigDecimal("3.2"))
                        .costs(new BillJson()
                                .total(new BigDecimal("5.555"))
                                .parts(List.of(
                                        part("import-t1", "1.35"),
                                        part("import-t2", "0.5"),
                                        part("export-t1", "-0.11"),
                                        part("export-t2", "-0.02"),
                                        part("gas", "3.2"),
                                        part("electricity-fixed", "0.4"),
                                        part("gas-fixed", "0.235")))));
    }

    private static CostPartJson part(String name, String amount) {
        return new CostPartJson().part(CostPartJson.PartEnum.fromString(name)).amount(new BigDecimal(amount));
    }

    private static List<String[]> topics() throws IOException {
        String table = new String(
                DsmrReaderTest.class.getResourceAsStream("topics.csv").readAllBytes(), StandardCharsets.UTF_8);
        return table.lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.split(",", 2))
                .toList();
    }
}
