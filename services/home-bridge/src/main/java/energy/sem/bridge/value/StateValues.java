package energy.sem.bridge.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;

import energy.sem.bridge.history.api.MonthPeakJson;
import energy.sem.bridge.history.api.QuarterJson;
import energy.sem.bridge.homeassistant.Entity;
import energy.sem.bridge.homeassistant.Quantity;
import energy.sem.event.Electricity;
import energy.sem.p1.Register;

/** What is now: the topic {@code sem/<meter>/state}. Powers are in W; a value that is not known is left out. */
final class StateValues {
    static final String TOPIC = "state";
    private static final int PHASES = 3;

    /** In the order of the JSON. */
    static final List<Value<Snapshot>> ALL = all();

    private StateValues() {}

    private static List<Value<Snapshot>> all() {
        List<Value<Snapshot>> all = new ArrayList<>(List.of(
                value(measured("power", "Power", "powerW", Quantity.POWER), StateValues::power),
                electric(
                        measured("import_power", "Power from the grid", "importW", Quantity.POWER),
                        Electricity::importW),
                electric(
                        measured("export_power", "Power to the grid", "exportW", Quantity.POWER), Electricity::exportW),
                electric(Entity.word("tariff", "Tariff", TOPIC, "tariff", tariffs()), Electricity::tariff)));
        for (int phase = 1; phase <= PHASES; phase++) {
            all.addAll(ofPhase(phase));
        }
        all.add(value(
                measured("quarter_demand", "Quarter hour so far", "quarterDemandW", Quantity.POWER),
                StateValues::demand));
        all.add(quarter(
                "quarter_projected", "Quarter hour, projected", "quarterProjectedW", QuarterJson::getProjectedKw));
        all.add(quarter("quarter_limit", "Quarter hour, free of cost up to", "quarterLimitW", QuarterJson::getLimitKw));
        all.add(quarter("quarter_free", "Free until the quarter hour ends", "quarterFreeW", QuarterJson::getFreeKw));
        all.add(quarter("quarter_free_after", "Free afterwards", "quarterFreeAfterW", QuarterJson::getFreeAfterKw));
        all.add(value(
                Entity.measured("month_peak", "Month peak", TOPIC, "monthPeakKw", Quantity.PEAK), StateValues::peakKw));
        all.add(value(Entity.moment("month_peak_at", "Month peak, moment", TOPIC, "monthPeakAt"), StateValues::peakAt));
        return List.copyOf(all);
    }

    private static List<Value<Snapshot>> ofPhase(int phase) {
        String key = "_l" + phase;
        String of = " of phase " + phase;
        String in = "L" + phase;
        return List.of(
                phase(
                        phase,
                        measured("voltage" + key, "Voltage" + of, "voltage" + in + "V", Quantity.VOLTAGE),
                        each -> Decimals.tenths(each.voltageDeciV())),
                phase(
                        phase,
                        measured("current" + key, "Current" + of, "current" + in + "A", Quantity.CURRENT),
                        each -> Decimals.hundredths(each.currentCentiA())),
                phase(
                        phase,
                        measured("import_power" + key, "Power from the grid" + of, "import" + in + "W", Quantity.POWER),
                        Electricity.Phase::importW),
                phase(
                        phase,
                        measured("export_power" + key, "Power to the grid" + of, "export" + in + "W", Quantity.POWER),
                        Electricity.Phase::exportW));
    }

    /** Positive from the grid, negative to it. */
    private static Object power(Snapshot snapshot) {
        Electricity electricity = snapshot.electricity();
        if (electricity == null || (electricity.importW() == null && electricity.exportW() == null)) {
            return null;
        }
        return Objects.requireNonNullElse(electricity.importW(), 0)
                - Objects.requireNonNullElse(electricity.exportW(), 0);
    }

    /** The meter's own count where it has one, else history's from the registers. */
    private static Object demand(Snapshot snapshot) {
        Electricity electricity = snapshot.electricity();
        if (electricity != null && electricity.demandW() != null) {
            return electricity.demandW();
        }
        QuarterJson quarter = snapshot.quarter();
        return quarter == null ? null : Decimals.watts(quarter.getDemandKw());
    }

    private static Object peakKw(Snapshot snapshot) {
        if (snapshot.statedPeak() != null) {
            return Decimals.thousandths(snapshot.statedPeak().peakW());
        }
        MonthPeakJson peak = snapshot.historysPeak();
        return peak == null ? null : peak.getKw();
    }

    private static Object peakAt(Snapshot snapshot) {
        if (snapshot.statedPeak() != null) {
            return snapshot.statedPeak().at() == null
                    ? null
                    : snapshot.statedPeak().at().toString();
        }
        MonthPeakJson peak = snapshot.historysPeak();
        return peak == null || peak.getAt() == null
                ? null
                : peak.getAt().toInstant().toString();
    }

    private static Value<Snapshot> quarter(
            String key, String name, String field, Function<QuarterJson, BigDecimal> read) {
        return value(measured(key, name, field, Quantity.POWER), snapshot -> {
            QuarterJson quarter = snapshot.quarter();
            return quarter == null ? null : Decimals.watts(read.apply(quarter));
        });
    }

    private static Value<Snapshot> phase(int phase, Entity entity, Function<Electricity.Phase, Object> read) {
        return electric(entity, electricity -> electricity.phases().stream()
                .filter(each -> each.phase() == phase)
                .findFirst()
                .map(read)
                .orElse(null));
    }

    private static Value<Snapshot> electric(Entity entity, Function<Electricity, Object> read) {
        return value(entity, snapshot -> snapshot.electricity() == null ? null : read.apply(snapshot.electricity()));
    }

    private static Value<Snapshot> value(Entity entity, Function<Snapshot, Object> read) {
        return new Value<>(entity, read);
    }

    private static Entity measured(String key, String name, String field, Quantity quantity) {
        return Entity.measured(key, name, TOPIC, field, quantity);
    }

    private static List<String> tariffs() {
        return IntStream.rangeClosed(1, Register.MOST_TARIFFS)
                .mapToObj(Integer::toString)
                .toList();
    }
}
