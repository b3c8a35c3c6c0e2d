package energy.sem.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MetersCheckTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ELSEWHERE =
            "{'meter':'home','state':'elsewhere','diagnosis':'another gateway reads it','source':'tcp://ser2net:2001'}";

    @Test
    void a_meter_that_another_gateway_reads_is_as_that_one_says() throws Exception {
        assertThat(MetersCheck.look(json(ELSEWHERE), json(heard("receiving", "telegrams arrive"))))
                .isEqualTo(Finding.well("home: telegrams arrive"));
        assertThat(MetersCheck.look(json(ELSEWHERE), json(heard("disconnected", "it does not answer"))))
                .isEqualTo(
                        Finding.fault("home: it does not answer", "its source is tcp://ser2net:2001; docs/meters.md"));
    }

    @Test
    void one_that_another_is_to_read_and_of_which_nobody_says_anything_is_a_fault() throws Exception {
        Finding finding = MetersCheck.look(json(ELSEWHERE), json("[]"));

        assertThat(finding.verdict()).isEqualTo(Verdict.FAULT);
        assertThat(finding.what()).isEqualTo("home: another gateway reads it, and none says how it is");
    }

    @Test
    void one_that_this_gateway_reads_is_as_it_says_itself() throws Exception {
        JsonNode own = json("{'meter':'home','state':'silent','diagnosis':'telegrams stopped','source':'push'}");

        assertThat(MetersCheck.look(own, json(heard("receiving", "telegrams arrive")))
                        .what())
                .isEqualTo("home: telegrams stopped");
    }

    private static String heard(String state, String diagnosis) {
        return "[{'name':'home','health':{'state':'" + state + "','diagnosis':'" + diagnosis + "'}}]";
    }

    private static JsonNode json(String text) throws Exception {
        return JSON.readTree(text.replace('\'', '"'));
    }
}
