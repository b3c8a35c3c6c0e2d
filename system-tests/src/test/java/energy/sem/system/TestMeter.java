package energy.sem.system;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import energy.sem.p1.Dialect;
import energy.sem.p1.MbusDevice;
import energy.sem.p1.MbusKind;
import energy.sem.p1.P1Time;
import energy.sem.p1.Phase;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;
import energy.sem.p1.Telegram;
import energy.sem.p1.TelegramEncoder;

/** Telegrams of a meter that the test is: own serial numbers, the right CRC. */
final class TestMeter {
    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    private final String serial;

    /** @param number of the meter, in its serial numbers */
    TestMeter(int number) {
        this.serial = String.format("SEM%010d", number);
    }

    String serial() {
        return "1" + serial;
    }

    /** A telegram with these values. */
    byte[] telegram(Instant at, long importT1Wh, int importW) {
        return telegram(at, importT1Wh, importW, at, 112_384L);
    }

    /** A telegram with these values, whose gas meter was read at a time of its own. */
    byte[] telegram(Instant at, long importT1Wh, int importW, Instant gasAt, long gasLitre) {
        return TelegramEncoder.encode(Telegram.builder()
                .identification("FLU5\\SEM_SYSTEM_TEST")
                .version("50217")
                .dialect(Dialect.EMUCS_1_7)
                .serial(serial())
                .at(P1Time.of(at, ZONE))
                .registers(RegisterValues.of(Map.of(
                        Register.IMPORT_T1_WH, importT1Wh,
                        Register.IMPORT_T2_WH, 2_000_000L,
                        Register.EXPORT_T1_WH, 30_000L,
                        Register.EXPORT_T2_WH, 4_000L)))
                .tariff(1)
                .importW(importW)
                .exportW(0)
                .phases(List.of(new Phase(1, 2341, importW * 100 / 234, importW, 0)))
                .devices(List.of(new MbusDevice(
                        1,
                        3,
                        MbusKind.GAS,
                        "7" + serial,
                        null,
                        P1Time.of(gasAt, ZONE),
                        gasLitre,
                        null,
                        null,
                        false,
                        null)))
                .build());
    }

    /** The same telegram after a bad contact changed one digit. */
    byte[] corrupted(Instant at, long importT1Wh, int importW) {
        byte[] telegram = telegram(at, importT1Wh, importW);
        int digit = new String(telegram, StandardCharsets.US_ASCII).indexOf("*kWh") - 1;
        telegram[digit] = (byte) (telegram[digit] == '9' ? '0' : telegram[digit] + 1);
        return telegram;
    }
}
