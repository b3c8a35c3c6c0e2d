package energy.sem.bridge.local;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import energy.sem.event.Electricity;
import energy.sem.event.MBusReading;
import energy.sem.event.MonthPeak;
import energy.sem.event.OccurrenceKind;
import energy.sem.event.TelegramEvent;
import energy.sem.p1.Direction;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;

/**
 * The answer to {@code GET /api/v1/data} as a HomeWizard P1 meter gives it. What the meter does not say is left out. The names,
 * two of them misspelt ({@code montly}), are its maker's (homewizard/api-documentation); what clients need beyond them is in
 * docs/decisions/local-apis.md. Pure.
 */
final class HomeWizardData {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyMMddHHmmss");
    private static final int TARIFFS = 4;

    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final BiFunction<OccurrenceKind, Integer, Long> counts;
    private final ZoneId zone;

    private HomeWizardData(BiFunction<OccurrenceKind, Integer, Long> counts, ZoneId zone) {
        this.counts = counts;
        this.zone = zone;
    }

    /**
     * The fields.
     *
     * @param counts how often the meter says that something happened, of a phase or, with null, of all; null where it does not
     * @param zone of stamps
     */
    static Map<String, Object> of(TelegramEvent event, BiFunction<OccurrenceKind, Integer, Long> counts, ZoneId zone) {
        HomeWizardData data = new HomeWizardData(counts, zone);
        data.device(event);
        if (event.electricity() != null) {
            data.electricity(event.electricity());
        }
        data.failures();
        data.peaks(event);
        data.devices(event.devices());
        return data.fields;
    }

    private void device(TelegramEvent event) {
        // Without it HomeWizard's own Python library takes the answer for one of API v2, and every value for none.
        put("wifi_ssid", "SEM");
        put("wifi_strength", 100);
        String version = event.p1Version();
        if (version != null && version.matches("[0-9]{2,}")) {
            put("smr_version", Integer.valueOf(version.substring(0, 2)));
        }
        put("meter_model", event.identification());
    }

    private void electricity(Electricity electricity) {
        put("unique_id", hex(electricity.serial()));
        Integer tariff = electricity.tariff();
        put("active_tariff", tariff != null && tariff >= 1 && tariff <= TARIFFS ? tariff : null);
        registers("import", electricity.registers(), Direction.IMPORT);
        registers("export", electricity.registers(), Direction.EXPORT);
        put("active_power_w", power(electricity.importW(), electricity.exportW()));
        for (Electricity.Phase phase : electricity.phases()) {
            String name = "_l" + phase.phase() + "_";
            put("active_power" + name + "w", power(phase.importW(), phase.exportW()));
            put("active_voltage" + name + "v", decimal(phase.voltageDeciV(), 1));
            put("active_current" + name + "a", current(phase));
        }
        put("active_power_average_w", electricity.demandW());
    }

    private void registers(String way, RegisterValues values, Direction direction) {
        Long total = values.total(direction);
        put("total_power_" + way + "_kwh", decimal(total, 3));
        boolean any = false;
        for (Register register : Register.values()) {
            if (register.direction() == direction && register.tariff() >= 1 && register.tariff() <= TARIFFS) {
                Long wh = values.get(register);
                any |= wh != null;
                put("total_power_" + way + "_t" + register.tariff() + "_kwh", decimal(wh, 3));
            }
        }
        // evcc adds the tariffs up and does not read the total.
        if (!any) {
            put("total_power_" + way + "_t1_kwh", decimal(total, 3));
        }
    }

    private void failures() {
        for (int phase = 1; phase <= 3; phase++) {
            put("voltage_sag_l" + phase + "_count", counts.apply(OccurrenceKind.SAGS, phase));
            put("voltage_swell_l" + phase + "_count", counts.apply(OccurrenceKind.SWELLS, phase));
        }
        put("any_power_fail_count", counts.apply(OccurrenceKind.POWER_FAILURES, null));
        put("long_power_fail_count", counts.apply(OccurrenceKind.LONG_POWER_FAILURES, null));
    }

    private void peaks(TelegramEvent event) {
        event.monthPeaks().stream()
                .filter(peak -> !peak.closed())
                .max(Comparator.comparing(MonthPeak::month))
                .ifPresent(peak -> {
                    put("montly_power_peak_w", peak.peakW());
                    put("montly_power_peak_timestamp", peak.at() == null ? null : stamp(peak.at()));
                });
    }

    private void devices(List<MBusReading> devices) {
        List<Map<String, Object>> external = new ArrayList<>();
        for (MBusReading device : devices) {
            Kind kind = Kind.of(device);
            if (kind == null || kind.value(device) == null) {
                continue;
            }
            if (kind == Kind.GAS && !fields.containsKey("total_gas_m3")) {
                put("total_gas_m3", kind.value(device));
                put("gas_timestamp", stamp(device.at()));
                put("gas_unique_id", hex(device.serial()));
            }
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("unique_id", hex(device.serial()));
            one.put("type", kind.type);
            one.put("timestamp", stamp(device.at()));
            one.put("value", kind.value(device));
            one.put("unit", kind.unit);
            external.add(one);
        }
        put("external", external);
    }

    /** What HomeWizard has a word for. */
    private enum Kind {
        GAS("gas_meter", "m3"),
        WATER("water_meter", "m3"),
        HEAT("heat_meter", "GJ");

        private final String type;
        private final String unit;

        Kind(String type, String unit) {
            this.type = type;
            this.unit = unit;
        }

        private static Kind of(MBusReading device) {
            return switch (device.kind()) {
                case GAS -> GAS;
                case WATER -> WATER;
                case HEAT -> HEAT;
                default -> null;
            };
        }

        private BigDecimal value(MBusReading device) {
            return decimal(this == HEAT ? device.heatMj() : device.volumeLitre(), 3);
        }
    }

    private void put(String name, Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    private static Integer power(Integer importW, Integer exportW) {
        return importW == null && exportW == null
                ? null
                : Integer.valueOf((importW == null ? 0 : importW) - (exportW == null ? 0 : exportW));
    }

    private static BigDecimal current(Electricity.Phase phase) {
        Integer power = power(phase.importW(), phase.exportW());
        BigDecimal current = decimal(phase.currentCentiA(), 2);
        return current != null && power != null && power < 0 ? current.negate() : current;
    }

    private static BigDecimal decimal(Number value, int digits) {
        return value == null ? null : BigDecimal.valueOf(value.longValue(), digits);
    }

    private Long stamp(Instant at) {
        return Long.valueOf(STAMP.format(at.atZone(zone)));
    }

    private static String hex(String serial) {
        return serial == null
                ? null
                : HexFormat.of().withUpperCase().formatHex(serial.getBytes(StandardCharsets.US_ASCII));
    }
}
