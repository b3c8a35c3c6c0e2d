package energy.sem.bill.sum;

import java.util.ArrayList;
import java.util.List;

import energy.sem.bill.tariff.Contract;
import energy.sem.bill.tariff.Tariff;

/**
 * The time in which a contract holds.
 *
 * @param from its first edge
 * @param to its last edge, more than {@code from}
 */
record Held(Tariff tariff, int from, int to) {

    /**
     * Those that hold between two edges, one after the other.
     *
     * @param some of one utility, in the order in which they begin: each ends where the next one does
     */
    static List<Held> of(List<Tariff> some, int from, int to, Days days) {
        List<Held> held = new ArrayList<>();
        int covered = from;
        for (int i = 0; i < some.size() && covered < to; i++) {
            Contract contract = some.get(i).contract();
            int start = Math.max(covered, days.edge(contract.from()));
            int next =
                    i + 1 < some.size() ? days.edge(some.get(i + 1).contract().from()) : Integer.MAX_VALUE;
            int end = Math.min(Math.min(to, next), days.edge(contract.until(), Integer.MAX_VALUE));
            if (start < end) {
                held.add(new Held(some.get(i), start, end));
                covered = end;
            }
        }
        return held;
    }
}
