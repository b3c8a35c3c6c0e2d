package energy.sem.bill.tariff;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;

/**
 * What one supplier and one home agreed, and what it lies on.
 *
 * @param name for people and addresses
 * @param utility what it is for
 * @param meter the meter it is for, or {@code null} for every meter
 * @param from its first day
 * @param until the day after its last; {@code null} for until the next one begins
 * @param area whose day-ahead prices {@code spot} are; {@code null} without
 * @param year the day on which its billing year begins: for brackets, netting and a yearly maximum
 * @param sets names of the sets it lies on
 * @param facts of the home, by which sets choose
 * @param assumesLast whether a set's last known price holds on after its end, marked as assumed
 * @param gas how m3 of gas become what is billed
 * @param components of the supplier
 */
public record Contract(
        String name,
        Utility utility,
        String meter,
        LocalDate from,
        LocalDate until,
        String area,
        MonthDay year,
        List<String> sets,
        Map<String, String> facts,
        boolean assumesLast,
        GasConversion gas,
        List<Component> components) {
    /** The fact that a price a kVA is multiplied with. */
    public static final String KVA = "prosumer-kva";

    public Contract {
        sets = List.copyOf(sets);
        facts = Map.copyOf(facts);
        components = List.copyOf(components);
    }

    /** The same as if it always held, and for every meter. */
    public Contract always() {
        return new Contract(
                name, utility, null, LocalDate.EPOCH, null, area, year, sets, facts, assumesLast, gas, components);
    }

    public boolean isFor(String anyMeter) {
        return meter == null || meter.equals(anyMeter);
    }
}
