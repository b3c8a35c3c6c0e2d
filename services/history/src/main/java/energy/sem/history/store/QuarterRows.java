package energy.sem.history.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import energy.sem.p1.Register;
import energy.sem.quarter.QuarterHours;
import energy.sem.quarter.QuarterRow;
import energy.sem.quarter.QuarterSeries;
import energy.sem.quarter.RegisterStarts;

/**
 * Quarter hours as an answer needs them: the rows around edges, found by seeking, or all rows of a stretch. Whatever is
 * asked for, the series that come back know the right value at the edges asked for.
 */
@ApplicationScoped
public class QuarterRows {
    /** Edges a statement: two keys each and the optimizer still seeks them one by one. */
    static final int EDGES_A_STATEMENT = 200;

    private final DataSource source;

    public QuarterRows(DataSource source) {
        this.source = source;
    }

    /** Where the histories of a meter's devices begin and end; a device without any row is left out. */
    public Map<Integer, Bounds> bounds(Meter meter) {
        return bounds(List.of(meter));
    }

    /** The same of the devices of several meters, a hundred at most, by as few statements as of one. */
    public Map<Integer, Bounds> bounds(Collection<Meter> meters) {
        Map<Device, Meter> devices = new LinkedHashMap<>();
        meters.forEach(meter -> meter.devices().forEach(device -> devices.put(device, meter)));
        return bounds(devices);
    }

    /** The same of one of its devices. */
    public Optional<Bounds> bounds(Meter meter, Device device) {
        return Optional.ofNullable(bounds(Map.of(device, meter)).get(device.id()));
    }

    /** All registers that any device of the meter has. */
    public Set<Register> registers(Meter meter) {
        Set<Register> registers = EnumSet.noneOf(Register.class);
        bounds(meter)
                .values()
                .forEach(bounds -> registers.addAll(bounds.registers().keySet()));
        return registers;
    }

    private Map<Integer, Bounds> bounds(Map<Device, Meter> devices) {
        if (devices.isEmpty()) {
            return Map.of();
        }
        Map<Device, Integer> telegramQuarters = new LinkedHashMap<>();
        devices.forEach((device, meter) -> telegramQuarters.put(device, QuarterHours.of(meter.firstAtMilli())));
        try (Connection connection = source.getConnection()) {
            Map<Integer, Map<Register, Integer>> registers = RegisterStarts.of(
                    connection, devices.keySet().stream().map(Device::id).toList());
            RowQuery query = new RowQuery(connection, RegisterStarts.registers(registers.values()));
            Map<Integer, NavigableMap<Integer, QuarterRow>> rows = query.ends(telegramQuarters);
            Map<Integer, Bounds> bounds = new HashMap<>();
            devices.forEach((device, meter) -> {
                NavigableMap<Integer, QuarterRow> found = rows.get(device.id());
                Map<Register, Integer> its = registers.getOrDefault(device.id(), Map.of());
                if (found != null) {
                    bounds.put(
                            device.id(),
                            device.kind() == Kind.ELECTRICITY
                                    ? Bounds.of(found, its)
                                    : Bounds.of(found, its, meter.firstAtMilli()));
                }
            });
            return bounds;
        } catch (SQLException e) {
            throw new DatabaseFailure("the first and last quarter hours", e);
        }
    }

    /**
     * For each device a series that knows its value at each of the edges, and nothing of what is between them.
     *
     * @param devices with their bounds
     * @param edges quarter numbers in any order
     */
    public Map<Integer, QuarterSeries> around(Map<Integer, Bounds> devices, Collection<Integer> edges) {
        if (devices.isEmpty()) {
            return Map.of();
        }
        Map<Integer, NavigableMap<Integer, QuarterRow>> rows = start(devices);
        NavigableSet<Integer> sorted = new TreeSet<>(edges);
        try (Connection connection = source.getConnection()) {
            RowQuery query = query(connection, devices);
            List<Integer> all = new ArrayList<>(sorted);
            for (int i = 0; i < all.size(); i += EDGES_A_STATEMENT) {
                query.beside(devices.keySet(), all.subList(i, Math.min(all.size(), i + EDGES_A_STATEMENT)), rows);
            }
            for (Map.Entry<Integer, Bounds> device : devices.entrySet()) {
                new EdgeRows(query, device.getKey(), device.getValue(), rows.get(device.getKey())).fill(sorted);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("quarter hours", e);
        }
        return series(devices, rows);
    }

    /**
     * For each device the series of every row from one edge to another, which also knows the value at both.
     *
     * @param devices with their bounds
     * @param from quarter number
     * @param to quarter number, more than {@code from}
     */
    public Map<Integer, QuarterSeries> between(Map<Integer, Bounds> devices, int from, int to) {
        if (devices.isEmpty()) {
            return Map.of();
        }
        Map<Integer, QuarterSeries> series = new HashMap<>();
        try (Connection connection = source.getConnection()) {
            RowQuery query = query(connection, devices);
            for (Map.Entry<Integer, Bounds> device : devices.entrySet()) {
                series.put(device.getKey(), new Stretch(query, device.getKey(), device.getValue()).series(from, to));
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("quarter hours", e);
        }
        return series;
    }

    private static RowQuery query(Connection connection, Map<Integer, Bounds> devices) {
        return new RowQuery(
                connection,
                RegisterStarts.registers(
                        devices.values().stream().map(Bounds::registers).toList()));
    }

    private static Map<Integer, NavigableMap<Integer, QuarterRow>> start(Map<Integer, Bounds> devices) {
        Map<Integer, NavigableMap<Integer, QuarterRow>> rows = new HashMap<>();
        devices.forEach((id, bounds) -> {
            NavigableMap<Integer, QuarterRow> ends = new TreeMap<>();
            ends.put(bounds.first().quarter(), bounds.first());
            ends.put(bounds.last().quarter(), bounds.last());
            rows.put(id, ends);
        });
        return rows;
    }

    private static Map<Integer, QuarterSeries> series(
            Map<Integer, Bounds> devices, Map<Integer, NavigableMap<Integer, QuarterRow>> rows) {
        Map<Integer, QuarterSeries> series = new HashMap<>();
        rows.forEach((id, found) -> {
            devices.get(id).cut(found);
            series.put(id, new QuarterSeries(new ArrayList<>(found.values())));
        });
        return series;
    }
}
