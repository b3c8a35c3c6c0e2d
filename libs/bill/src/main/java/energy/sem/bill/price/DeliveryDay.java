package energy.sem.bill.price;

import java.time.LocalDate;
import java.time.ZoneId;

import energy.sem.quarter.QuarterHours;

/**
 * A day of the day-ahead auction: midnight to midnight in Brussels and Amsterdam alike, 96 quarter hours, 92 or 100 where the
 * clock changes.
 */
public record DeliveryDay(LocalDate date) {
    /** The zone whose days are auctioned. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    private static final int ORDINARY = 96;

    /** The day that a quarter hour belongs to. */
    public static DeliveryDay of(int quarter) {
        return new DeliveryDay(LocalDate.ofInstant(QuarterHours.start(quarter), ZONE));
    }

    /** Its first quarter hour. */
    public int from() {
        return QuarterHours.of(date.atStartOfDay(ZONE).toInstant());
    }

    /** The quarter hour after its last one. */
    public int to() {
        return next().from();
    }

    /** How many quarter hours it has. */
    public int quarters() {
        return to() - from();
    }

    /** Whether the clock changes in it: the days that sources were seen to get wrong. */
    public boolean changesTheClock() {
        return quarters() != ORDINARY;
    }

    public DeliveryDay next() {
        return new DeliveryDay(date.plusDays(1));
    }
}
