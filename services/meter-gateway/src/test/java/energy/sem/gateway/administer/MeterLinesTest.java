package energy.sem.gateway.administer;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.base.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Files of meters, good ones and broken ones. */
class MeterLinesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "meter,source,serial\nroof,push,\nshop,tcp://h:1,S1\n",
                "\uFEFFmeter,source,serial\r\nroof,push,\r\nshop,tcp://h:1,S1",
                "serial, source ,meter\n,push,roof\n\nS1,tcp://h:1,\"shop\"\n",
            })
    void columns_stand_in_any_order(String file) {
        List<MeterLines.Line> lines = MeterLines.read(bytes(file));

        assertThat(lines).extracting(MeterLines.Line::meter).containsExactly("roof", "shop");
        assertThat(lines.get(0).settings()).isEqualTo(Map.of("source", "push", "serial", ""));
        assertThat(lines.get(1).settings()).isEqualTo(Map.of("source", "tcp://h:1", "serial", "S1"));
        assertThat(lines).allSatisfy(line -> assertThat(line.fault()).isNull());
    }

    @Test
    void a_line_of_another_length_is_a_fault_of_its_own() {
        List<MeterLines.Line> lines = MeterLines.read(bytes("meter,source\nroof\nshop,push,x\ngood,push\n"));

        assertThat(lines).extracting(MeterLines.Line::number).containsExactly(2L, 3L, 4L);
        assertThat(lines.get(0).fault()).isEqualTo("The line has 1 fields, and the header 2.");
        assertThat(lines.get(1).fault()).contains("3 fields");
        assertThat(lines.get(2).fault()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "meter\n",
                "\n\n",
                "source\npush\n",
                "meter,meter\na,b\n",
                "meter,api-key\nroof,SECRET\n",
                "meter;source\nroof;push\n",
                "meter\n\"roof",
                "{\"meter\":\"roof\"}",
                "\u0000\u0001\u0002",
            })
    void what_is_no_file_of_meters_is_refused_whole(String file) {
        assertThatThrownBy(() -> MeterLines.read(bytes(file)))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("The file")
                .hasMessageNotContaining("SECRET");
    }

    @Test
    void the_answer_has_no_formula_and_no_line_of_its_own() {
        String answer = MeterLines.write(List.of(
                new Administration.Added(2, "roof", "KEY", null),
                new Administration.Added(3, "=HYPERLINK(1)", null, "a, \"b\""),
                new Administration.Added(4, "a\r\nb", null, "+1"),
                new Administration.Added(5, "tcp", null, null)));

        assertThat(answer)
                .isEqualTo(
                        "line,meter,key,fault\r\n2,roof,KEY,\r\n3,'=HYPERLINK(1),,\"a, \"\"b\"\"\"\r\n4,a  b,,'+1\r\n5,tcp,,\r\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
