package energy.sem.files.made;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import energy.sem.p1.Register;

/**
 * A household whose registers are known at each edge of its quarter hours: tariff 1 on weekdays from 7 to 22, some sun, gas that is
 * read each hour. The same seed gives the same household.
 */
public final class Household {
    /** Seconds a quarter hour. */
    public static final int QUARTER_S = 900;

    private final ZoneId zone;
    private final Instant start;
    private final int quarters;
    private final Map<Register, long[]> edges = new EnumMap<>(Register.class);

    private Household(ZoneId zone, Instant start, int quarters) {
        this.zone = zone;
        this.start = start;
        this.quarters = quarters;
    }

    /** A household over some days of its zone, which need not be of 24 hours. */
    public static Household of(long seed, ZoneId zone, LocalDate first, int days) {
        Instant start = first.atStartOfDay(zone).toInstant();
        Instant end = first.plusDays(days).atStartOfDay(zone).toInstant();
        int quarters = (int) ((end.getEpochSecond() - start.getEpochSecond()) / QUARTER_S);
        Household made = new Household(zone, start, quarters);
        made.live(new Random(seed));
        return made;
    }

    private void live(Random random) {
        for (Register register : List.of(
                Register.IMPORT_T1_WH,
                Register.IMPORT_T2_WH,
                Register.EXPORT_T1_WH,
                Register.EXPORT_T2_WH,
                Register.VOLUME_L)) {
            long[] values = new long[quarters + 1];
            values[0] = random.nextInt(20_000_000);
            edges.put(register, values);
        }
        for (int q = 0; q < quarters; q++) {
            ZonedDateTime wall = edge(q).atZone(zone);
            boolean day = isDayTariff(q);
            boolean sun = wall.getHour() >= 9 && wall.getHour() < 17 && random.nextInt(3) > 0;
            long used = random.nextInt(10) == 0 ? 0 : random.nextInt(sun ? 200 : 1_500);
            long given = sun ? random.nextInt(1_200) : 0;
            step(Register.IMPORT_T1_WH, q, day ? used : 0);
            step(Register.IMPORT_T2_WH, q, day ? 0 : used);
            step(Register.EXPORT_T1_WH, q, day ? given : 0);
            step(Register.EXPORT_T2_WH, q, day ? 0 : given);
            step(Register.VOLUME_L, q, isHour(q + 1) ? random.nextInt(900) : 0);
        }
    }

    private void step(Register register, int quarter, long by) {
        long[] values = edges.get(register);
        values[quarter + 1] = values[quarter] + by;
    }

    private boolean isHour(int edge) {
        return edge(edge).getEpochSecond() % 3600 == 0;
    }

    /** Its zone. */
    public ZoneId zone() {
        return zone;
    }

    /** How many quarter hours it is known for. */
    public int quarters() {
        return quarters;
    }

    /** The instant of an edge, from 0 to {@link #quarters}. */
    public Instant edge(int edge) {
        return start.plusSeconds((long) edge * QUARTER_S);
    }

    /** What a register shows at an edge, Wh or L. */
    public long at(Register register, int edge) {
        return edges.get(register)[edge];
    }

    /** What a register shows at an instant, whole Wh or L: within a quarter hour it rises evenly. */
    public long at(Register register, Instant instant) {
        long seconds = instant.getEpochSecond() - start.getEpochSecond();
        int quarter = (int) (seconds / QUARTER_S);
        if (quarter >= quarters) {
            return at(register, quarters);
        }
        long within = seconds % QUARTER_S;
        return at(register, quarter) + (within == 0 ? 0 : in(register, quarter) * within / QUARTER_S);
    }

    /** How far a register goes in a quarter hour. */
    public long in(Register register, int quarter) {
        return at(register, quarter + 1) - at(register, quarter);
    }

    /** Whether the register of the day runs in a quarter hour. */
    public boolean isDayTariff(int quarter) {
        ZonedDateTime wall = edge(quarter).atZone(zone);
        boolean weekend = wall.getDayOfWeek() == DayOfWeek.SATURDAY || wall.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && wall.getHour() >= 7 && wall.getHour() < 22;
    }

    /** The edges at full hours, as instants. */
    public List<Instant> hours() {
        List<Instant> hours = new ArrayList<>();
        for (int edge = 0; edge <= quarters; edge++) {
            if (isHour(edge)) {
                hours.add(edge(edge));
            }
        }
        return hours;
    }

    /** The edges at midnight of its zone, as instants. */
    public List<Instant> midnights() {
        List<Instant> midnights = new ArrayList<>();
        for (int edge = 0; edge <= quarters; edge++) {
            if (edge(edge).atZone(zone).toLocalTime().toSecondOfDay() == 0) {
                midnights.add(edge(edge));
            }
        }
        return midnights;
    }

    /** A count of thousandths as a decimal number with three places. */
    public static String decimal(long thousandths, char point) {
        return thousandths / 1000 + String.valueOf(point) + String.format("%03d", thousandths % 1000);
    }
}
