package energy.sem.bridge.dsmrreader;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import energy.sem.bridge.value.TwoTariffs;
import energy.sem.event.Electricity;
import energy.sem.p1.Register;

/** The fields of {@code dsmr/reading/} that the electricity meter gives: kWh and kW with three decimals, V with one, whole A. */
final class ReadingFields {
    private static final int PHASES = 3;

    /** In DSMR-reader's order; null is not sent. */
    static final Map<String, Function<Electricity, String>> ALL = Collections.unmodifiableMap(all());

    private ReadingFields() {}

    private static Map<String, Function<Electricity, String>> all() {
        Map<String, Function<Electricity, String>> all = new LinkedHashMap<>();
        all.put("electricity_delivered_1", each -> text(imported(each).first()));
        all.put("electricity_returned_1", each -> text(exported(each).first()));
        all.put("electricity_delivered_2", each -> text(imported(each).second()));
        all.put("electricity_returned_2", each -> text(exported(each).second()));
        all.put("electricity_currently_delivered", each -> thousandths(each.importW()));
        all.put("electricity_currently_returned", each -> thousandths(each.exportW()));
        for (int phase = 1; phase <= PHASES; phase++) {
            String l = "_l" + phase;
            all.put("phase_currently_delivered" + l, phase(phase, each -> thousandths(each.importW())));
            all.put("phase_currently_returned" + l, phase(phase, each -> thousandths(each.exportW())));
            all.put("phase_voltage" + l, phase(phase, each -> decimal(each.voltageDeciV(), 1)));
            all.put("phase_power_current" + l, phase(phase, ReadingFields::wholeAmpere));
        }
        return all;
    }

    /** A thousandth with three decimals; null stays null. */
    static String thousandths(Number value) {
        return decimal(value, 3);
    }

    private static String decimal(Number value, int places) {
        return value == null
                ? null
                : BigDecimal.valueOf(value.longValue(), places).toPlainString();
    }

    private static String wholeAmpere(Electricity.Phase phase) {
        return phase.currentCentiA() == null
                ? null
                : BigDecimal.valueOf(phase.currentCentiA(), 2)
                        .setScale(0, RoundingMode.HALF_UP)
                        .toPlainString();
    }

    private static TwoTariffs imported(Electricity electricity) {
        return TwoTariffs.of(
                kwh(electricity, Register.IMPORT_T1_WH),
                kwh(electricity, Register.IMPORT_T2_WH),
                kwh(electricity, Register.IMPORT_WH));
    }

    private static TwoTariffs exported(Electricity electricity) {
        return TwoTariffs.of(
                kwh(electricity, Register.EXPORT_T1_WH),
                kwh(electricity, Register.EXPORT_T2_WH),
                kwh(electricity, Register.EXPORT_WH));
    }

    private static BigDecimal kwh(Electricity electricity, Register register) {
        Long wh = electricity.registers().get(register);
        return wh == null ? null : BigDecimal.valueOf(wh, 3);
    }

    private static String text(BigDecimal kwh) {
        return kwh == null ? null : kwh.setScale(3).toPlainString();
    }

    private static Function<Electricity, String> phase(int phase, Function<Electricity.Phase, String> read) {
        return electricity -> electricity.phases().stream()
                .filter(each -> each.phase() == phase)
                .findFirst()
                .map(read)
                .orElse(null);
    }
}
