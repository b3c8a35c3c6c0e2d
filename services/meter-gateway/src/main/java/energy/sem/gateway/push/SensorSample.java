package energy.sem.gateway.push;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.regex.Pattern;

import energy.sem.p1.CrcState;
import energy.sem.p1.Dialect;
import energy.sem.p1.MbusDevice;
import energy.sem.p1.MbusKind;
import energy.sem.p1.Phase;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;
import energy.sem.p1.Telegram;

/**
 * What the original SEM sensor sends, as a telegram. Its fields are decimals with a point or a comma in V, A, kWh, kW and
 * m3; −1 means that the meter does not say it. Its firmware swaps production: {@code Ppl} carries 1-0:2.8.1 and
 * {@code Pph} 1-0:2.8.2.
 */
final class SensorSample {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,9}(?:[.,][0-9]{0,6})?");
    private static final BigDecimal ABSENT = BigDecimal.ONE.negate();

    private final FormFields form;

    private SensorSample(FormFields form) {
        this.form = form;
    }

    /**
     * The sample in the form. It has no time and no serial numbers but those of gas and water, which are made of the
     * given one.
     *
     * @param serial the electricity meter's
     * @throws IllegalArgumentException whose message names the first field that is no number, in at most 64 characters, or
     *     says that there is no value at all
     */
    static Telegram read(FormFields form, String serial) {
        return new SensorSample(form).telegram(serial);
    }

    private Telegram telegram(String serial) {
        // Pch and Pcl: high is the day tariff, 1-0:1.8.1.
        RegisterValues registers = RegisterValues.builder()
                .set(Register.IMPORT_T1_WH, thousandths("Pch"))
                .set(Register.IMPORT_T2_WH, thousandths("Pcl"))
                .set(Register.EXPORT_T1_WH, thousandths("Ppl"))
                .set(Register.EXPORT_T2_WH, thousandths("Pph"))
                .build();
        Integer importW = scaled("Pc", 3, Math::toIntExact);
        Integer exportW = scaled("Pp", 3, Math::toIntExact);
        List<Phase> phases = new ArrayList<>();
        for (int phase = 1; phase <= 3; phase++) {
            Integer voltage = scaled("UL" + phase, 1, Math::toIntExact);
            Integer current = scaled("IL" + phase, 2, Math::toIntExact);
            if (voltage != null || current != null) {
                phases.add(new Phase(phase, voltage, current, null, null));
            }
        }
        List<MbusDevice> devices = new ArrayList<>();
        device(devices, 1, 3, MbusKind.GAS, serial + "-gas", thousandths("Vg"));
        device(devices, 2, 7, MbusKind.WATER, serial + "-water", thousandths("Vw"));
        if (registers.isEmpty() && importW == null && exportW == null && phases.isEmpty() && devices.isEmpty()) {
            throw new IllegalArgumentException("The sample holds no value.");
        }
        return Telegram.builder()
                .dialect(Dialect.OTHER)
                .serial(serial)
                .registers(registers)
                .importW(importW)
                .exportW(exportW)
                .phases(phases)
                .devices(devices)
                .crc(CrcState.ABSENT)
                .build();
    }

    private static void device(
            List<MbusDevice> devices, int channel, int type, MbusKind kind, String serial, Long volumeLitre) {
        if (volumeLitre != null) {
            devices.add(new MbusDevice(channel, type, kind, serial, null, null, volumeLitre, null, null, false, null));
        }
    }

    private Long thousandths(String field) {
        return scaled(field, 3, value -> value);
    }

    private <T> T scaled(String field, int decimals, LongFunction<T> made) {
        String text = form.field(field).map(String::trim).orElse("");
        if (text.isEmpty()) {
            return null;
        }
        if (!DECIMAL.matcher(text).matches()) {
            throw new IllegalArgumentException("Not a number: " + field);
        }
        BigDecimal value = new BigDecimal(text.replace(',', '.'));
        if (value.compareTo(ABSENT) == 0) {
            return null;
        }
        if (value.signum() < 0) {
            throw new IllegalArgumentException("Negative: " + field);
        }
        try {
            return made.apply(value.movePointRight(decimals)
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("Too large: " + field, e);
        }
    }
}
