package energy.sem.cli.doctor;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LiveCheckTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'meter':'home'}                                         | {}",
                "{'meter':'home','lastTelegramAt':'2026-11-30T10:01:29Z'} | {'lastTelegramAt':'2026-11-30T10:00:00Z'}",
                "{'meter':'home','lastTelegramAt':'2026-11-30T10:00:00Z'} | {'lastTelegramAt':'2026-11-30T10:01:00Z'}"
            })
    void a_meter_of_which_history_hears_is_well(String meter, String heard) throws Exception {
        assertThat(LiveCheck.look(JSON.readTree(meter.replace('\'', '"')), JSON.readTree(heard.replace('\'', '"'))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                        | yet",
                "{'lastTelegramAt':'2026-11-30T10:00:00Z'} | since 2026-11-30T10:00:00Z"
            })
    void one_of_which_it_hears_nothing_is_named(String heard, String since) throws Exception {
        assertThat(LiveCheck.look(
                        JSON.readTree("{\"meter\":\"home\",\"lastTelegramAt\":\"2026-11-30T10:05:00Z\"}"),
                        JSON.readTree(heard.replace('\'', '"'))))
                .hasValueSatisfying(finding -> assertThat(finding.what())
                        .isEqualTo("home: history has heard of no telegram " + since
                                + ", the gateway's last one came at 2026-11-30T10:05:00Z"));
    }
}
