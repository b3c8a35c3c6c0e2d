package energy.sem.source;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import energy.sem.p1.Checksum;
import energy.sem.p1.CrcState;
import energy.sem.p1.Dialect;
import energy.sem.p1.MbusDevice;
import energy.sem.p1.MbusKind;
import energy.sem.p1.P1Time;
import energy.sem.p1.Phase;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;
import energy.sem.p1.Telegram;
import energy.sem.p1.TelegramBuilder;
import energy.sem.p1.TelegramEncoder;

/** Telegrams for tests, of a Belgian meter that does not exist. */
public final class Telegrams {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    /** A telegram to change. */
    public static TelegramBuilder of(Instant at, long importT1Wh) {
        P1Time time = P1Time.of(at, BRUSSELS);
        return Telegram.builder()
                .identification("FLU5\\253770234_A")
                .dialect(Dialect.EMUCS_1_7)
                .version("50217")
                .serial("1SEM0000000042")
                .at(time)
                .registers(RegisterValues.of(Map.of(
                        Register.IMPORT_T1_WH, importT1Wh,
                        Register.IMPORT_T2_WH, 2_000L,
                        Register.EXPORT_T1_WH, 3_000L,
                        Register.EXPORT_T2_WH, 4_000L)))
                .tariff(1)
                .importW(642)
                .exportW(0)
                .phases(List.of(new Phase(1, 2347, 151, 402, 0)))
                .devices(List.of(new MbusDevice(
                        1, 3, MbusKind.GAS, "7SEM0000000043", null, time, 112_384L, null, null, false, null)))
                .crc(CrcState.VALID);
    }

    /**
     * This second. With it a meter that is read is believed at once; a stamp that is long ago waits until nothing came for 15 s, in
     * case the meter's clock is about to be set.
     */
    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    /** Its bytes. */
    public static byte[] bytes(Instant at, long importT1Wh) {
        return TelegramEncoder.encode(of(at, importT1Wh).build());
    }

    /** Its bytes as text, one character a byte. */
    public static String text(Instant at, long importT1Wh) {
        return new String(bytes(at, importT1Wh), StandardCharsets.ISO_8859_1);
    }

    /** The same as a meter sends it that has another checksum. */
    public static String text(Instant at, long importT1Wh, Checksum checksum) {
        String text = text(at, importT1Wh);
        String body = text.substring(0, text.lastIndexOf('!') + 1);
        byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
        return body + String.format("%04X\r\n", checksum.of(bytes, 0, bytes.length));
    }

    /** The same with one digit changed, so that its CRC is wrong. */
    public static String withWrongCrc(Instant at, long importT1Wh) {
        return text(at, importT1Wh).replaceFirst("1-0:1\\.7\\.0\\(00", "1-0:1.7.0(09");
    }

    private Telegrams() {}
}
