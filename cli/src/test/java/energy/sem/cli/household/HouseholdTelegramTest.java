package energy.sem.cli.household;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.p1.CrcState;
import energy.sem.p1.Dialect;
import energy.sem.p1.Frame;
import energy.sem.p1.MbusKind;
import energy.sem.p1.Register;
import energy.sem.p1.RejectedFrame;
import energy.sem.p1.Telegram;
import energy.sem.p1.TelegramListener;
import energy.sem.p1.TelegramReader;

import static org.assertj.core.api.Assertions.assertThat;

class HouseholdTelegramTest {
    private static final Household HOUSEHOLD = new Household(1);
    private final HouseholdTelegram telegrams = new HouseholdTelegram(1);

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T10:15:03Z, 261122111503W",
        "2026-07-01T10:15:00Z, 260701121500S",
        "2026-10-25T00:30:00Z, 261025023000S",
        "2026-10-25T01:30:00Z, 261025023000W",
        "2026-03-29T00:59:59Z, 260329015959W",
        "2026-03-29T01:00:00Z, 260329030000S"
    })
    void the_time_is_that_of_the_clock_on_the_wall_with_its_suffix(Instant at, String stamp) {
        assertThat(text(at)).contains("0-0:1.0.0(" + stamp + ")\r\n");
    }

    @Test
    void the_gateways_own_reader_reads_back_every_value() {
        for (String at : List.of("2026-11-22T10:15:03Z", "2026-06-21T11:07:00Z", "2023-01-01T00:00:00Z")) {
            HouseholdReading reading = HOUSEHOLD.readingAt(Instant.parse(at));
            Telegram telegram = read(telegrams.encode(reading));

            assertThat(telegram.crc()).isEqualTo(CrcState.VALID);
            assertThat(telegram.warnings()).isEmpty();
            assertThat(telegram.others()).isEmpty();
            assertThat(telegram.identification()).isEqualTo("FLU5\\SEM_SIMULATED");
            assertThat(telegram.dialect()).isEqualTo(Dialect.EMUCS_1_7);
            assertThat(telegram.serial()).isEqualTo("1SEM0000000001");
            assertThat(telegram.at().instant()).contains(reading.at());
            assertThat(telegram.tariff()).isEqualTo(reading.tariff());
            assertThat(telegram.registers().get(Register.IMPORT_T1_WH)).isEqualTo(reading.importT1Wh());
            assertThat(telegram.registers().get(Register.IMPORT_T2_WH)).isEqualTo(reading.importT2Wh());
            assertThat(telegram.registers().get(Register.EXPORT_T1_WH)).isEqualTo(reading.exportT1Wh());
            assertThat(telegram.registers().get(Register.EXPORT_T2_WH)).isEqualTo(reading.exportT2Wh());
            assertThat(telegram.importW()).isEqualTo(reading.importW());
            assertThat(telegram.exportW()).isEqualTo(reading.exportW());
            assertThat(telegram.demandW()).isEqualTo(reading.demandW());
            assertThat(telegram.runningPeak().demandW())
                    .isEqualTo(reading.runningPeak().watts());
            assertThat(telegram.runningPeak().at().instant())
                    .contains(reading.runningPeak().endedAt());
            assertThat(telegram.monthPeaks())
                    .extracting(
                            peak -> new Peak(peak.demandW(), peak.at().instant().orElseThrow()))
                    .isEqualTo(reading.closedMonths().stream()
                            .map(ClosedMonth::peak)
                            .toList());
            assertThat(telegram.phases())
                    .extracting(p ->
                            new HouseholdReading.Phase(p.importW() - p.exportW(), p.voltageDeciV(), p.currentCentiA()))
                    .isEqualTo(reading.phases());
            assertThat(telegram.devices())
                    .extracting(
                            d -> List.of(d.kind(), d.serial(), d.at().instant().orElseThrow(), d.volumeLitre()))
                    .containsExactly(
                            List.of(MbusKind.GAS, "7SEM0000000001", reading.captureAt(), reading.gasLitres()),
                            List.of(MbusKind.WATER, "8SEM0000000001", reading.captureAt(), reading.waterLitres()));
        }
    }

    @Test
    void thirteen_months_of_peaks_fit_into_what_a_reader_takes() {
        assertThat(text(Instant.parse("2026-11-22T10:15:00Z")))
                .contains("0-0:98.1.0(13)(1-0:1.6.0)(1-0:1.6.0)(251101000000W)")
                .hasSizeLessThan(8 * 1024);
    }

    private String text(Instant at) {
        return new String(telegrams.encode(HOUSEHOLD.readingAt(at)), StandardCharsets.ISO_8859_1);
    }

    private static Telegram read(byte[] bytes) {
        List<Telegram> read = new ArrayList<>();
        TelegramReader reader = new TelegramReader(new TelegramListener() {
            @Override
            public void telegram(Telegram telegram, Frame frame) {
                read.add(telegram);
            }

            @Override
            public void rejected(RejectedFrame rejected) {
                throw new AssertionError("rejected: " + rejected);
            }
        });
        reader.feed(bytes);
        reader.end();
        assertThat(read).hasSize(1);
        return read.get(0);
    }
}
