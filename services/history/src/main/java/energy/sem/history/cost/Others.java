package energy.sem.history.cost;

import java.util.Set;
import java.util.TreeSet;

import energy.sem.p1.Direction;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;

/**
 * What flowed one way and neither tariff 1 nor tariff 2 counted: all of a meter without tariffs, tariffs 3 to 8 of one with
 * more, and what the meter's own total has more than its tariffs. It has the contract's plain price.
 *
 * @param wh how much
 * @param tariffs those from 3 up in which something flowed; empty where no tariff counts it
 */
public record Others(long wh, Set<Integer> tariffs) {
    /**
     * The Wh by which each register may be cut short at both ends of a flow, and once more where a meter was replaced: a
     * total that differs from its tariffs by no more than these is the same.
     */
    private static final int ROUNDING_WH = 2;

    /** What there is of it in a flow; {@code null} where there is nothing. */
    public static Others of(RegisterValues energy, Direction direction) {
        Long total = energy.get(Register.total(direction));
        if (total == null) {
            return null;
        }
        Set<Integer> tariffs = new TreeSet<>();
        long known = 0;
        long others = total;
        long registers = 0;
        for (Register tariff : Register.tariffs(direction)) {
            Long wh = energy.get(tariff);
            if (wh == null) {
                continue;
            }
            registers++;
            known += wh;
            if (tariff.tariff() <= 2) {
                others -= wh;
            } else if (wh != 0) {
                tariffs.add(tariff.tariff());
            }
        }
        boolean same = registers > 0 && Math.abs(total - known) <= ROUNDING_WH * registers;
        return same && tariffs.isEmpty() ? null : new Others(others, tariffs);
    }
}
