package energy.sem.bill.tariff;

import java.time.LocalDate;
import java.util.List;

/**
 * One line of an invoice while it holds.
 *
 * @param name of the line; components of one name follow each other in time
 * @param owner who gets it
 * @param flow what it is multiplied with, {@link Flow#NONE} for a fee
 * @param unit what its price was written in
 * @param from its first day; {@code null} for as long as its contract or set has been there
 * @param until the day after its last; {@code null} for as long as its contract or set holds
 * @param vat of it
 * @param netting of the other direction
 * @param holidays of its bands
 * @param bands one, or several of which exactly one holds at any time
 * @param only for which homes it is
 */
public record Component(
        String name,
        Owner owner,
        Flow flow,
        Unit unit,
        LocalDate from,
        LocalDate until,
        Vat vat,
        Netting netting,
        Holidays holidays,
        List<Band> bands,
        List<Condition> only) {

    public Component {
        bands = List.copyOf(bands);
        only = List.copyOf(only);
    }

    /** Whether it holds on a day. */
    public boolean holds(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
    }

    /** Whether its bands are those of the meter's registers. */
    public boolean byRegister() {
        return bands.get(0).when() instanceof When.Register;
    }

    /** Whether its bands are hours of the clock. */
    public boolean byClock() {
        return bands.size() > 1 && !byRegister();
    }

    /** The same for a part of its time. */
    public Component within(LocalDate first, LocalDate end) {
        return new Component(
                name, owner, flow, unit, later(from, first), earlier(until, end), vat, netting, holidays, bands, only);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }
}
