package energy.sem.cli.display;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.cli.StartFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DisplayConfigTest {
    private static final String ZONE = "<+01>-1<+02>,M3.5.0,M10.5.0/3";

    @Test
    void the_file_has_the_original_names_and_those_of_the_new_display() {
        assertThat(new DisplayConfig("Café", "hush=hush", "pi.local", 8083, "k1", "roof", "fr", "week,-1", 90, ZONE)
                        .text())
                .isEqualTo("SSID=Café\nPSWD=hush=hush\nIP=pi.local\nPORT=8083\nPATH=/display\nAPIKey=k1\nMETER=roof\n"
                        + "LANG=fr\nVIEW=week,-1\nROT=90\nTZ=" + ZONE + "\n");
    }

    @Test
    void what_is_left_empty_stays_empty() {
        assertThat(new DisplayConfig("home", "", "", 80, "", "", "nl", "day,0", 270, ZONE).text())
                .contains("PSWD=\n", "IP=\n", "APIKey=\n", "METER=\n");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "--ssid, '', hush-hush, pi.local, 8083, k, m, nl, 'day,0', 270",
        "--ssid, 123456789012345678901234567890123, hush-hush, pi.local, 8083, k, m, nl, 'day,0', 270",
        "--ssid, 'home ', hush-hush, pi.local, 8083, k, m, nl, 'day,0', 270",
        "--password, home, short, pi.local, 8083, k, m, nl, 'day,0', 270",
        "--address, home, hush-hush, 'http://pi', 8083, k, m, nl, 'day,0', 270",
        "--port, home, hush-hush, pi, 0, k, m, nl, 'day,0', 270",
        "--key, home, hush-hush, pi, 8083, 'a b', m, nl, 'day,0', 270",
        "--meter, home, hush-hush, pi, 8083, k, Roof, nl, 'day,0', 270",
        "--lang, home, hush-hush, pi, 8083, k, m, es, 'day,0', 270",
        "--view, home, hush-hush, pi, 8083, k, m, nl, 'hour,0', 270",
        "--view, home, hush-hush, pi, 8083, k, m, nl, 'day,1', 270",
        "--rot, home, hush-hush, pi, 8083, k, m, nl, 'day,0', 180"
    })
    void what_the_display_could_not_read_is_named(
            String option,
            String ssid,
            String password,
            String address,
            int port,
            String key,
            String meter,
            String language,
            String view,
            int rotation) {
        assertThatThrownBy(() ->
                        new DisplayConfig(ssid, password, address, port, key, meter, language, view, rotation, ZONE))
                .isInstanceOf(StartFailure.class)
                .hasMessageStartingWith(option);
    }
}
