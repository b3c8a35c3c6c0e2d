import java.io.ByteArrayOutputStream;
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

/**
 * Telegrams of a meter that uses 1 kW and 1 m3 of gas an hour, as bytes on standard output: {@code FIRST LAST STEP}, seconds
 * since 1970 and seconds. Import is 1000 kWh and a watt-hour for each 3.6 seconds since {@code SINCE}, a fourth argument.
 */
class Telegrams {
    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
    private static final String SERIAL = "SEM0000000077";

    public static void main(String[] arguments) throws Exception {
        long first = Long.parseLong(arguments[0]);
        long last = Long.parseLong(arguments[1]);
        long step = Long.parseLong(arguments[2]);
        long since = Long.parseLong(arguments[3]);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (long second = first; second <= last; second += step) {
            bytes.write(telegram(second, second - since));
        }
        System.out.write(bytes.toByteArray());
        System.out.flush();
    }

    private static byte[] telegram(long second, long sinceSeconds) {
        P1Time at = P1Time.of(Instant.ofEpochSecond(second), ZONE);
        long importWh = 1_000_000 + sinceSeconds * 10 / 36;
        long gasLitre = 100_000 + sinceSeconds / 36 * 10;
        return TelegramEncoder.encode(Telegram.builder()
                .identification("FLU5\\SEM_POD_TEST")
                .version("50217")
                .dialect(Dialect.EMUCS_1_7)
                .serial("1" + SERIAL)
                .at(at)
                .registers(RegisterValues.of(Map.of(
                        Register.IMPORT_T1_WH, importWh,
                        Register.IMPORT_T2_WH, 2_000_000L,
                        Register.EXPORT_T1_WH, 30_000L,
                        Register.EXPORT_T2_WH, 4_000L)))
                .tariff(1)
                .importW(1000)
                .exportW(0)
                .phases(List.of(new Phase(1, 2341, 427, 1000, 0)))
                .devices(List.of(new MbusDevice(
                        1, 3, MbusKind.GAS, "7" + SERIAL, null, at, gasLitre, null, null, false, null)))
                .build());
    }
}
