package energy.sem.p1;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One telegram of our own for each dialect, with the objects, widths and units that its standard prescribes. */
final class DialectSamples {

    private static final List<String> DUTCH_5 = List.of(
            "0-0:1.0.0(241018091400S)",
            "0-0:96.1.1(53454D35303030303031)",
            "1-0:1.8.1(001234.567*kWh)",
            "1-0:1.8.2(002345.678*kWh)",
            "1-0:2.8.1(000345.100*kWh)",
            "1-0:2.8.2(000120.011*kWh)",
            "0-0:96.14.0(0002)",
            "1-0:1.7.0(00.244*kW)",
            "1-0:2.7.0(00.000*kW)",
            "0-0:96.7.21(00013)",
            "0-0:96.7.9(00002)",
            "1-0:99.97.0(1)(0-0:96.7.19)(240104180320W)(0000237126*s)",
            "1-0:32.32.0(00003)",
            "1-0:32.36.0(00000)",
            "0-0:96.13.0(53454D)",
            "1-0:31.7.0(001*A)",
            "1-0:21.7.0(00.244*kW)",
            "1-0:22.7.0(00.000*kW)",
            "0-1:24.1.0(003)",
            "0-1:96.1.0(53454D35303030303032)");

    private DialectSamples() {}

    static Map<Dialect, byte[]> all() {
        Map<Dialect, byte[]> samples = new LinkedHashMap<>();
        samples.put(Dialect.DSMR_2_2, Samples.bytes(Samples.DSMR_2_2));
        samples.put(
                Dialect.DSMR_3,
                Samples.bytes(
                        Samples.DSMR_2_2.replace("(0001.88*kW)", "(001.88*kW)").replace("24.1.0(3)", "24.1.0(03)")));
        samples.put(
                Dialect.DSMR_4,
                with(
                        DUTCH_5,
                        "1-3:0.2.8(42)",
                        "0-0:17.0.0(016.1*kW)",
                        "0-0:96.3.10(1)",
                        "0-0:96.13.1(3031)",
                        "0-1:24.2.1(241018090000S)(00112.384*m3)",
                        "0-1:24.4.0(1)"));
        samples.put(
                Dialect.DSMR_5,
                with(
                        DUTCH_5,
                        "1-3:0.2.8(50)",
                        "1-0:32.7.0(230.1*V)",
                        "0-1:24.2.1(241018091005S)(00112.384*m3)",
                        "0-2:24.1.0(004)",
                        "0-2:96.1.0(53454D35303030303033)",
                        "0-2:24.2.1(241018091005S)(0012.34*GJ)"));
        samples.put(Dialect.EMUCS_1_3, belgian("50213", "1-0:1.4.0", "1-0:1.6.0", "0-0:98.1.0", "1-0:21.", "1-0:22."));
        samples.put(Dialect.EMUCS_1_4, belgian("50216", "1-0:1.4.0", "1-0:1.6.0", "0-0:98.1.0"));
        samples.put(Dialect.EMUCS_1_7, belgian("50217"));
        samples.put(Dialect.EMUCS_2_1, belgian21());
        samples.put(
                Dialect.LUXEMBOURG,
                Samples.telegram(
                        "1-3:0.2.8(42)",
                        "0-0:1.0.0(241018091400S)",
                        "0-0:42.0.0(53454D4C5558)",
                        "1-0:1.8.0(000025.653*kWh)",
                        "1-0:2.8.0(000000.040*kWh)",
                        "1-0:3.8.0(000000.835*kvarh)",
                        "1-0:1.7.0(00.005*kW)",
                        "1-0:2.7.0(00.000*kW)",
                        "0-0:17.0.0(069.0*kVA)",
                        "0-0:96.3.10(1)",
                        "0-1:96.3.10(0)",
                        "0-0:96.7.21(00099)",
                        "1-0:32.32.0(00040)",
                        "0-0:96.13.0()",
                        "1-0:32.7.0(233.0*V)",
                        "1-0:31.7.0(000*A)",
                        "1-0:21.7.0(00.005*kW)"));
        samples.put(
                Dialect.SWEDEN,
                Samples.telegram(
                        "0-0:1.0.0(241018091400W)",
                        "1-0:1.8.0(00006678.394*kWh)",
                        "1-0:2.8.0(00000000.000*kWh)",
                        "1-0:3.8.0(00000021.988*kvarh)",
                        "1-0:1.7.0(0001.727*kW)",
                        "1-0:2.7.0(0000.000*kW)",
                        "1-0:21.7.0(0001.023*kW)",
                        "1-0:22.7.0(0000.000*kW)",
                        "1-0:32.7.0(240.3*V)",
                        "1-0:31.7.0(004.2*A)"));
        samples.put(
                Dialect.AUSTRIA,
                Samples.telegram(
                        "1-3:0.2.8(50)",
                        "0-0:1.0.0(241018091400S)",
                        "1-0:1.8.0(006545766*Wh)",
                        "1-0:1.8.1(005017120*Wh)",
                        "1-0:1.8.2(001528646*Wh)",
                        "1-0:1.7.0(000000286*W)",
                        "1-0:2.8.0(000000058*Wh)",
                        "1-0:2.7.0(000000000*W)",
                        "1-0:3.8.0(000000747*varh)"));
        samples.put(
                Dialect.HUNGARY,
                Samples.telegram(
                        "0-0:1.0.0(241018091400S)",
                        "0-0:42.0.0(SEM1030303218166)",
                        "0-0:96.1.0(9903218166)",
                        "0-0:96.14.0(0001)",
                        "0-0:96.50.68(ON)",
                        "0-0:17.0.0(90.000*kW)",
                        "1-0:1.8.0(000812.421*kWh)",
                        "1-0:1.8.1(000470.111*kWh)",
                        "1-0:1.8.2(000342.310*kWh)",
                        "1-0:2.8.0(001714.369*kWh)",
                        "1-0:32.7.0(234.0*V)",
                        "1-0:31.7.0(001*A)",
                        "1-0:1.7.0(00.250*kW)",
                        "1-0:2.7.0(00.168*kW)",
                        "0-0:98.1.0(240901000000S)(000663.924*kWh)"));
        samples.put(
                Dialect.HEAT,
                Samples.telegram(
                        "0-1:24.1.0(004)", "0-1:96.1.0(53454D48454154)", "0-1:24.2.1(241018091005S)(0012.345*GJ)"));
        return samples;
    }

    private static byte[] belgian(String version, String... without) {
        List<String> lines = new ArrayList<>(Samples.BELGIAN);
        for (String start : without) {
            lines.removeIf(l -> l.startsWith(start));
            lines.removeIf(l -> start.length() == 7 && l.matches("1-0:[46]" + start.charAt(5) + "\\..*"));
        }
        lines.set(0, "0-0:96.1.4(" + version + ")");
        return Samples.telegram(lines);
    }

    private static byte[] belgian21() {
        List<String> lines = new ArrayList<>(Samples.BELGIAN);
        lines.set(0, "0-0:96.1.4(50221)");
        lines.add(1, "1-0:94.32.1(400)");
        lines.add("0-0:96.1.2(353431343430303132333435363738393030)");
        lines.add("0-1:96.3.10(0)");
        lines.replaceAll(l -> l.startsWith("0-0:17.0.0") ? "0-0:17.0.0(99.999*kW)" : l);
        lines.replaceAll(l -> l.startsWith("1-0:31.4.0") ? "1-0:31.4.0(999.99*A)" : l);
        return Samples.withCrc("/SEM5\\SAMPLE\r\n" + String.join("\r\n", lines) + "\r\n!");
    }

    private static byte[] with(List<String> lines, String... more) {
        List<String> all = new ArrayList<>(lines);
        all.addAll(List.of(more));
        return Samples.telegram(all);
    }
}
