package energy.sem.ingest.past;

import java.time.Instant;

import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;
import energy.sem.quarter.QuarterHours;

/**
 * A stretch of imported quarter hours between two readings of registers.
 *
 * @param fromQuarter the edge or quarter hour at which the earlier reading is
 * @param toQuarter the edge at which the later reading is
 * @param excess by how much each register of the earlier reading lies below what the rows lead to; less than 0: above
 * @param moved what the rows counted
 * @param summed what of that are sums from which something may be missing
 * @param unknown of how many quarter hours there is no value, by register
 * @param floor what the earlier reading showed
 */
record Run(
        int fromQuarter,
        int toQuarter,
        RegisterValues excess,
        RegisterValues moved,
        RegisterValues summed,
        RegisterValues unknown,
        RegisterValues floor) {
    private static final long DRIFT_DIVISOR = 1000;

    /** Sums of hours and days lack at most a twentieth: what was used between them. */
    static final long LACKING_DIVISOR = 20;

    /**
     * Why the rows cannot lie between these readings; {@code null} when they can.
     *
     * @param rounding a sum that differs by no more is no difference
     */
    String refusal(long rounding) {
        String[] found = {null};
        excess.forEach((register, more) -> {
            long tolerance = Math.max(rounding, (moved.has(register) ? moved.get(register) : 0) / DRIFT_DIVISOR);
            long lacking = summed.has(register) ? summed.get(register) / LACKING_DIVISOR : 0;
            if (more < -tolerance || (more > tolerance + lacking && unknown(register) == 0)) {
                found[0] =
                        "Between the readings of %s and %s the rows do not add up to what the register counted: %,d %s (%s)."
                                .formatted(
                                        Instant.ofEpochMilli(QuarterHours.startMilli(fromQuarter)),
                                        Instant.ofEpochMilli(QuarterHours.startMilli(toQuarter)),
                                        Math.abs(more),
                                        more < 0 ? "too much" : "too little",
                                        register.label());
            }
        });
        return found[0];
    }

    /**
     * What the quarter hours without a value have used: a part of the excess.
     *
     * @param passed how many of them were passed, by register
     */
    RegisterValues taken(RegisterValues passed) {
        RegisterValues.Builder taken = RegisterValues.builder();
        excess.forEach((register, more) -> {
            if (more > 0 && unknown(register) > 0) {
                long so = passed.has(register) ? Math.min(passed.get(register), unknown(register)) : 0;
                taken.set(register, Math.multiplyExact(more, so) / unknown(register));
            }
        });
        return taken.build();
    }

    private long unknown(Register register) {
        return unknown.has(register) ? unknown.get(register) : 0;
    }
}
