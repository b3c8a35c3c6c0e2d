package energy.sem.event;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import energy.sem.p1.Crc16;
import energy.sem.p1.Frame;
import energy.sem.p1.RejectedFrame;
import energy.sem.p1.Telegram;
import energy.sem.p1.TelegramListener;
import energy.sem.p1.TelegramReader;

/** Telegrams of our own for these tests, read as the gateway reads them. */
final class Telegrams {

    static final String[] BELGIAN = {
        "0-0:96.1.4(50217)",
        "0-0:96.1.1(3153454D32303030303030303131)",
        "0-0:1.0.0(241018091400S)",
        "1-0:1.8.1(001234.567*kWh)",
        "1-0:1.8.2(002345.678*kWh)",
        "1-0:2.8.1(000345.100*kWh)",
        "1-0:2.8.2(000120.011*kWh)",
        "1-0:1.4.0(02.351*kW)",
        "1-0:1.6.0(241009134500S)(02.589*kW)",
        "0-0:98.1.0(1)(1-0:1.6.0)(1-0:1.6.0)(241001000000S)(240905121500S)(05.980*kW)",
        "0-0:96.14.0(0001)",
        "1-0:1.7.0(00.642*kW)",
        "1-0:2.7.0(00.000*kW)",
        "1-0:32.7.0(234.7*V)",
        "1-0:31.7.0(001.71*A)",
        "0-1:24.1.0(003)",
        "0-1:96.1.1(3753454D32303030303030303132)",
        "0-1:24.2.3(241018091005S)(00112.384*m3)",
        "0-2:24.1.0(007)",
        "0-2:96.1.1(3853454D32303030303030303133)",
        "0-2:24.2.1(632525252525W)(00000.000)",
        "1-0:9.8.0(000000.835*kVAh)",
    };

    private Telegrams() {}

    static Telegram belgian() {
        return read(BELGIAN);
    }

    static Telegram read(String... lines) {
        String body = "/SEM5\\SAMPLE\r\n\r\n" + String.join("\r\n", lines) + "\r\n!";
        byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
        return readText(body + String.format("%04X\r\n", Crc16.of(bytes, 0, bytes.length)));
    }

    static Telegram readText(String text) {
        List<Telegram> telegrams = new ArrayList<>();
        TelegramReader reader = new TelegramReader(new TelegramListener() {
            @Override
            public void telegram(Telegram telegram, Frame frame) {
                telegrams.add(telegram);
            }

            @Override
            public void rejected(RejectedFrame rejected) {
                throw new AssertionError(rejected);
            }
        });
        reader.feed(text.getBytes(StandardCharsets.ISO_8859_1));
        reader.end();
        return telegrams.get(0);
    }
}
