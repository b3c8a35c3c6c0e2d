package energy.sem.gateway.health;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.event.TelegramEvent;
import energy.sem.event.TelegramEvents;
import energy.sem.p1.CrcState;
import energy.sem.p1.Judged;
import energy.sem.p1.MeterChecksum;
import energy.sem.p1.Telegram;
import energy.sem.p1.TelegramDecoder;
import energy.sem.p1.TelegramTimes;
import energy.sem.p1.Verdict;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

/** What is said of telegrams by what is in them. */
class ContentTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "1-0:1.8.1(000001.000*kWh)",
        "1-0:1.8.0(000001.000*kWh)",
        "1-0:2.8.1(000001.000*kWh)",
        "1-1:1.8.1(000001.000*kWh)",
        "0-1:24.2.1(261122110000W)(00001.000*m3)",
        "0-1:24.2.1(261122110000W)(0001.000*GJ)",
    })
    void a_reading_of_any_kind_is_a_reading(String line) {
        assertThat(odd(line)).isEmpty();
    }

    @Test
    void only_a_telegram_without_any_reading_may_be_of_a_closed_port() {
        assertThat(odd("0-0:96.1.1(53454D31)", "0-0:96.13.0()"))
                .containsExactly("only short ones without meter readings: the user port may have been closed by the"
                        + " grid operator");
    }

    @ParameterizedTest
    @CsvSource({
        "1-0:1.8.0(x), 1-0:1.8.0",
        "1-9:1.8.0*255(000001.000*kvarh), 1-9:1.8.0*255",
        "2-0:1.8.0(000001.000*kWh), 2-0:1.8.0",
    })
    void registers_that_are_elsewhere_are_named_and_nobody_has_closed_a_port(String line, String code) {
        assertThat(odd(line, "0-0:96.1.1(53454D31)"))
                .anyMatch(words -> words.equals("their registers are in objects that are not read: " + code))
                .noneMatch(words -> words.contains("closed"));
    }

    @Test
    void momentary_values_alone_are_not_of_a_closed_port() {
        assertThat(odd("1-0:1.7.0(00.642*kW)")).containsExactly("they have momentary values and no register");
    }

    @Test
    void a_known_object_that_is_not_understood_is_named() {
        assertThat(odd("1-0:1.6.0(x)", "1-0:99.1.0(x)", "1-0:1.8.1(1*kWh)"))
                .containsExactly("not all of the last one is understood: 1-0:1.6.0");
    }

    @Test
    void another_checksum_is_said() {
        Manner holley = new Manner("CRC-16/X-25", true, List.of());

        assertThat(Content.odd(event(telegram("1-0:1.8.1(1*kWh)")), holley))
                .containsExactly("with the checksum CRC-16/X-25, which is believed of this meter");
    }

    private static List<String> odd(String... lines) {
        Telegram telegram = telegram(lines);
        return Content.odd(event(telegram), Manner.of(telegram, new MeterChecksum()));
    }

    private static Telegram telegram(String... lines) {
        byte[] bytes = ("/SEM5\\CONTENT\r\n\r\n" + String.join("\r\n", lines) + "\r\n!").getBytes(ISO_8859_1);
        return TelegramDecoder.decode(bytes, 0, bytes.length).toBuilder()
                .crc(CrcState.VALID)
                .build();
    }

    private static TelegramEvent event(Telegram telegram) {
        ZoneId zone = ZoneId.of("Europe/Brussels");
        return new TelegramEvents("home", "S1", zone)
                .event(
                        new Judged(telegram, List.of(), Verdict.PLAUSIBLE),
                        TelegramTimes.asStated(telegram, zone, AT),
                        AT,
                        null);
    }
}
