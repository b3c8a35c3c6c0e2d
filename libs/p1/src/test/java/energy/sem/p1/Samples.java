package energy.sem.p1;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Telegrams that we wrote ourselves, with our own serial numbers, and the means to write more. */
final class Samples {

    /** A Belgian three-phase meter with gas and water, as e-MUCS P1 1.7 has it. */
    static final List<String> BELGIAN = List.of(
            "0-0:96.1.4(50217)",
            "0-0:96.1.1(3153454D31303030303030303131)",
            "0-0:1.0.0(241018091400S)",
            "1-0:1.8.1(001234.567*kWh)",
            "1-0:1.8.2(002345.678*kWh)",
            "1-0:2.8.1(000345.100*kWh)",
            "1-0:2.8.2(000120.011*kWh)",
            "1-0:1.4.0(02.351*kW)",
            "1-0:1.6.0(241009134500S)(02.589*kW)",
            "0-0:98.1.0(2)(1-0:1.6.0)(1-0:1.6.0)(240901000000S)(240823193000S)(03.695*kW)"
                    + "(241001000000S)(240905121500S)(05.980*kW)",
            "0-0:96.14.0(0001)",
            "1-0:1.7.0(00.642*kW)",
            "1-0:2.7.0(00.000*kW)",
            "1-0:21.7.0(00.402*kW)",
            "1-0:41.7.0(00.240*kW)",
            "1-0:61.7.0(00.000*kW)",
            "1-0:22.7.0(00.000*kW)",
            "1-0:42.7.0(00.000*kW)",
            "1-0:62.7.0(00.000*kW)",
            "1-0:32.7.0(234.7*V)",
            "1-0:52.7.0(235.1*V)",
            "1-0:72.7.0(233.9*V)",
            "1-0:31.7.0(001.71*A)",
            "1-0:51.7.0(001.02*A)",
            "1-0:71.7.0(000.00*A)",
            "0-0:96.3.10(1)",
            "0-0:17.0.0(999.9*kW)",
            "1-0:31.4.0(999*A)",
            "0-0:96.13.0()",
            "0-1:24.1.0(003)",
            "0-1:96.1.1(3753454D31303030303030303132)",
            "0-1:24.4.0(1)",
            "0-1:24.2.3(241018091005S)(00112.384*m3)",
            "0-2:24.1.0(007)",
            "0-2:96.1.1(3853454D31303030303030303133)",
            "0-2:24.2.1(241018091005S)(00872.234*m3)");

    /** A Dutch meter of before there was a CRC. */
    static final String DSMR_2_2 = String.join(
            "\r\n",
            "/SEM5\\2SAMPLE-22",
            "",
            "0-0:96.1.1(53454D3232)",
            "1-0:1.8.1(00001.234*kWh)",
            "1-0:1.8.2(00002.345*kWh)",
            "1-0:2.8.1(00003.456*kWh)",
            "1-0:2.8.2(00004.567*kWh)",
            "0-0:96.14.0(0001)",
            "1-0:1.7.0(0001.88*kW)",
            "1-0:2.7.0(0000.00*kW)",
            "0-0:17.0.0(0999.00*kW)",
            "0-0:96.3.10(1)",
            "0-0:96.13.1()",
            "0-0:96.13.0()",
            "0-1:24.1.0(3)",
            "0-1:96.1.0(53454D3233)",
            "0-1:24.3.0(160410130000)(00)(60)(1)(0-1:24.2.1)(m3)",
            "(07890.693)",
            "0-1:24.4.0(1)",
            "!",
            "");

    private Samples() {}

    static byte[] belgian() {
        return telegram(BELGIAN);
    }

    /** The lines as one telegram: header, blank line, lines, CRC. */
    static byte[] telegram(List<String> lines) {
        return withCrc("/SEM5\\SAMPLE\r\n\r\n" + String.join("\r\n", lines) + "\r\n!");
    }

    static byte[] telegram(String... lines) {
        return telegram(List.of(lines));
    }

    /** A Belgian telegram with the lines of these codes replaced, or added where there is none. */
    static byte[] belgianWith(String... lines) {
        List<String> all = new ArrayList<>(BELGIAN);
        for (String line : lines) {
            String code = line.substring(0, line.indexOf('(') + 1);
            all.removeIf(l -> l.startsWith(code));
            all.add(line);
        }
        return telegram(all);
    }

    static byte[] withCrc(String upToBang) {
        byte[] body = bytes(upToBang);
        return bytes(upToBang + String.format("%04X\r\n", Crc16.of(body, 0, body.length)));
    }

    static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static byte[] concat(byte[]... parts) {
        StringBuilder all = new StringBuilder();
        for (byte[] part : parts) {
            all.append(text(part));
        }
        return bytes(all.toString());
    }
}
