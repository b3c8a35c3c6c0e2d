package energy.sem.history.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** What follows from the readings of some devices, for any stretch of quarter hours. */
public final class Plain {
    private final List<PlainDevice> devices;
    private final ZoneId zone;
    private final long limit;

    /** @param limit the data count as ending at this edge */
    public Plain(List<PlainDevice> devices, ZoneId zone, long limit) {
        this.devices = devices;
        this.zone = zone;
        this.limit = limit;
    }

    /** The sum of a register's differences over all devices of a kind, in thousands; {@code null} when none says it. */
    public BigDecimal sum(String kind, long from, long to, String register) {
        return sum(kind, from, to, device -> List.of(register));
    }

    /** What electricity meters counted one way, {@code import} or {@code export}. */
    public BigDecimal energy(String direction, long from, long to) {
        return sum("electricity", from, to, device -> device.counting(direction));
    }

    private BigDecimal sum(String kind, long from, long to, Function<PlainDevice, List<String>> registers) {
        Long sum = null;
        for (PlainDevice device : devices) {
            if (device.kind.equals(kind)) {
                for (String register : registers.apply(device)) {
                    Long difference = device.difference(register, from, Math.min(to, limit));
                    if (difference != null) {
                        sum = (sum == null ? 0 : sum) + difference;
                    }
                }
            }
        }
        return sum == null ? null : new BigDecimal(sum).movePointLeft(3);
    }

    public List<String> estimatedKinds(long from, long to) {
        return List.of("electricity", "gas", "water", "heat").stream()
                .filter(kind -> devices.stream()
                        .anyMatch(each -> each.kind.equals(kind) && each.isEstimated(from, Math.min(to, limit))))
                .toList();
    }

    /** The highest demand in kW and the start of its quarter hour, as text; {@code "none"} when none is known. */
    public String peak(long from, long to) {
        Long peak = null;
        long at = 0;
        for (long quarter = from; quarter < Math.min(to, limit); quarter++) {
            for (PlainDevice device : devices) {
                Long demand = device.kind.equals("electricity") && device.knows(quarter, quarter + 1)
                        ? device.demand(quarter)
                        : null;
                if (demand != null && (peak == null || demand > peak)) {
                    peak = demand;
                    at = quarter;
                }
            }
        }
        return peak == null ? "none" : text(new BigDecimal(peak).movePointLeft(3), time(at));
    }

    public static String text(BigDecimal kw, OffsetDateTime at) {
        return kw == null && at == null ? "none" : kw.stripTrailingZeros().toPlainString() + " at " + at;
    }

    /** Covered milliseconds before an edge, over all electricity meters. */
    public long coveredMilli(long from, long to, long elapsed) {
        return devices.stream()
                .filter(each -> each.kind.equals("electricity"))
                .mapToLong(each -> each.coveredMilli(from * 900_000, Math.min(to, elapsed) * 900_000))
                .sum();
    }

    public long lastMilli(String kind) {
        return devices.stream()
                .filter(each -> kind == null || each.kind.equals(kind))
                .mapToLong(each -> each.readings.lastKey())
                .max()
                .orElseThrow();
    }

    /** Every device that says something of the stretch, was not replaced, has a reading at or after its end. */
    public boolean isComplete(long from, long to) {
        List<PlainDevice> active = devices.stream()
                .filter(each -> each.knows(from, to))
                .filter(each -> devices.stream()
                        .noneMatch(other -> Objects.equals(other.kind, each.kind)
                                && other.readings.firstKey() > each.readings.lastKey()))
                .toList();
        return !active.isEmpty() && active.stream().allMatch(each -> each.readings.lastKey() >= to * 900_000);
    }

    public OffsetDateTime time(long quarter) {
        return Instant.ofEpochSecond(quarter * 900).atZone(zone).toOffsetDateTime();
    }
}
