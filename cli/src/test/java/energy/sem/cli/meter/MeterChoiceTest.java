package energy.sem.cli.meter;

import java.time.Period;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.cli.StartFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MeterChoiceTest {
    @Test
    void without_a_meter_there_is_a_simulated_home_with_thirteen_months() {
        assertThat(MeterChoice.parse(List.of())).containsExactly(MeterChoice.DEFAULT);
        assertThat(MeterChoice.DEFAULT.name()).isEqualTo("home");
        assertThat(MeterChoice.DEFAULT.simulation()).contains(new Simulation(1, Period.ofMonths(13)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "home=serial:/dev/serial/by-id/usb-FTDI-if00-port0",
                "home=serial:/dev/ttyUSB0?baud=9600&format=7E1",
                "a=serial:auto",
                "roof2=push",
                "x=tcp://10.0.0.7:2001",
                "x=homewizard://p1meter.local",
                "x=replay:/tmp/a.txt?speed=10",
                "x=simulated"
            })
    void a_meter_is_a_name_and_a_source(String option) {
        MeterChoice meter = MeterChoice.parse(List.of(option)).get(0);

        assertThat(meter.name() + "=" + meter.source()).isEqualTo(option);
    }

    @ParameterizedTest
    @CsvSource({
        "simulated,                       1,  P13M",
        "simulated?seed=42,               42, P13M",
        "simulated?history=P2Y&seed=-3,   -3, P2Y",
        "simulated?history=P0D,           1,  P0D"
    })
    void a_simulation_has_a_seed_and_a_history(String source, long seed, String history) {
        assertThat(new MeterChoice("home", source).simulation()).contains(new Simulation(seed, Period.parse(history)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "home                              | NAME=SOURCE is expected",
                "=push                             | the name \"\" may have",
                "Home=push                         | the name \"Home\" may have",
                "my-roof=push                      | the name \"my-roof\" may have",
                "a23456789012345678901234567890123=push | may have 1 to 32",
                "home=                             | \"\" is no source; known are serial:/dev/serial/by-id/…, serial:auto,",
                "home=serial:                      | names no device: use serial:/dev/serial/by-id/…",
                "home=serial:ttyUSB0               | names no device",
                "home=serial:/dev/ttyUSB0?boud=9600 | is not of the form",
                "home=serail:/dev/ttyUSB0          | \"serail:/dev/ttyUSB0\" is no source; known are",
                "home=tcp://ser2net                | is not of the form tcp://host:port",
                "home=tcp://ser2net:99999          | port 99999 does not exist, the highest is 65535",
                "home=tcp://ser2net:0              | port 0 does not exist",
                "home=tcp://a b:1                  | is not of the form tcp://host:port",
                "home=homewizard://                | is not of the form homewizard://host",
                "home=replay:recording.txt         | is not of the form replay:/path",
                "home=replay:/a?speed=0            | is not of the form replay:/path?speed=10",
                "home=push:now                     | push stands alone",
                "home=simulatedx                   | is no source; known are",
                "home=simulated?sed=1              | unknown parameter \"sed=1\"",
                "home=simulated?                   | unknown parameter \"\"",
                "home=simulated?seed=one           | seed=one: a whole number",
                "home=simulated?history=13         | history=13: a length",
                "home=simulated?history=P-1M       | cannot be negative"
            })
    void what_is_wrong_is_said_in_one_line(String option, String message) {
        assertThatThrownBy(() -> MeterChoice.parse(List.of(option)))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(message)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        assertThatThrownBy(() -> MeterChoice.parse(List.of("home=push", "home=serial:auto", "Roof=push", "x=y")))
                .isInstanceOf(StartFailure.class)
                .message()
                .hasLineCount(3)
                .contains(
                        "--meter home is given twice",
                        "--meter Roof=push: the name",
                        "--meter x=y: \"y\" is no source");
    }
}
