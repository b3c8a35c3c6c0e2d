package energy.sem.files.homeassistant;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import energy.sem.files.FileDeviceKind;
import energy.sem.files.HistoryFileException;
import energy.sem.files.HistoryRows;
import energy.sem.files.ReadingOptions;
import energy.sem.files.SensorMeaning;
import energy.sem.p1.Direction;
import energy.sem.p1.Register;

/** Which sensors of a Home Assistant are registers of the meter: those that the user says, else those whose names say it. */
final class Sensors {
    private static final int MOST_SHOWN = 40;

    /** A sensor that is read. */
    record Chosen(SensorMeaning meaning, SensorUnit unit) {}

    private record Key(FileDeviceKind kind, Register register) {}

    private Sensors() {}

    /**
     * Chooses.
     *
     * @param units the unit of each sensor by its name, empty where the file does not say
     * @throws HistoryFileException if none is chosen, with the names of those that could be
     */
    static Map<String, Chosen> choose(Map<String, String> units, ReadingOptions options, HistoryRows rows)
            throws HistoryFileException {
        boolean said = options.sensors().keySet().stream().anyMatch(units::containsKey);
        Map<String, Chosen> chosen = said ? said(units, options) : guessed(units, rows);
        if (chosen.isEmpty()) {
            throw new HistoryFileException(
                    "Which sensor counts what is not known: say it. Those with energy or volume are: "
                            + String.join(", ", countable(units)) + ".");
        }
        new TreeMap<>(chosen)
                .forEach((sensor, one) -> rows.note(sensor + " is taken as "
                        + (one.meaning().kind() == FileDeviceKind.ELECTRICITY
                                ? one.meaning().register().label()
                                : one.meaning().kind().word())
                        + (said ? "." : ", by its name.")));
        return chosen;
    }

    private static List<String> countable(Map<String, String> units) {
        List<String> countable = new ArrayList<>();
        units.keySet().stream()
                .sorted()
                .filter(sensor -> unit(units.get(sensor), sensor).isPresent())
                .limit(MOST_SHOWN)
                .forEach(countable::add);
        return countable;
    }

    private static Optional<SensorUnit> unit(String unit, String sensor) {
        if (!unit.isEmpty()) {
            return SensorUnit.of(unit);
        }
        // The history panel's file has no units: registers of P1 meters are in kWh and m³.
        boolean volume = sensor.contains("gas") || sensor.contains("water");
        return Optional.of(new SensorUnit(volume, 3));
    }

    private static Map<String, Chosen> said(Map<String, String> units, ReadingOptions options)
            throws HistoryFileException {
        Map<String, Chosen> chosen = new HashMap<>();
        for (Map.Entry<String, SensorMeaning> each : options.sensors().entrySet()) {
            String unit = units.get(each.getKey());
            if (unit == null || each.getValue().equals(SensorMeaning.NONE)) {
                continue;
            }
            boolean volume = each.getValue().register() == Register.VOLUME_L;
            SensorUnit of = unit.isEmpty()
                    ? new SensorUnit(volume, 3)
                    : SensorUnit.of(unit).orElse(null);
            if (of == null || of.volume() != volume) {
                throw new HistoryFileException(
                        each.getKey() + " cannot be that: its unit is " + (unit.isEmpty() ? "not said" : unit) + ".");
            }
            chosen.put(each.getKey(), new Chosen(each.getValue(), of));
        }
        return chosen;
    }

    private static Map<String, Chosen> guessed(Map<String, String> units, HistoryRows rows) {
        Map<Key, List<String>> found = new HashMap<>();
        Map<String, Chosen> chosen = new HashMap<>();
        units.forEach((sensor, unitName) -> unit(unitName, sensor)
                .ifPresent(unit -> SensorGuess.of(sensor, unit.volume()).ifPresent(meaning -> {
                    found.computeIfAbsent(new Key(meaning.kind(), meaning.register()), key -> new ArrayList<>())
                            .add(sensor);
                    chosen.put(sensor, new Chosen(meaning, unit));
                })));
        found.forEach((key, sensors) -> {
            if (sensors.size() > 1) {
                sensors.forEach(chosen::remove);
                rows.note("Several sensors may be the same register, so none is taken: "
                        + String.join(", ", sensors.stream().sorted().toList()) + ". Say which one is.");
            }
        });
        withoutTotals(chosen, rows);
        return chosen;
    }

    /** The sum of both tariffs beside them would count all twice where a meter sends no total of its own. */
    private static void withoutTotals(Map<String, Chosen> chosen, HistoryRows rows) {
        Map<Direction, Boolean> tariffs = new EnumMap<>(Direction.class);
        chosen.values().stream()
                .map(one -> one.meaning().register())
                .filter(register -> register.tariff() > 0)
                .forEach(register -> tariffs.put(register.direction(), true));
        List<String> totals = chosen.entrySet().stream()
                .filter(one -> one.getValue().meaning().register().isTotal())
                .filter(one ->
                        tariffs.containsKey(one.getValue().meaning().register().direction()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        totals.forEach(sensor -> {
            chosen.remove(sensor);
            rows.note(sensor + " is left out: it is the sum of the tariffs, which are taken.");
        });
    }
}
