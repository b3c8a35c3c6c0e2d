package energy.sem.p1;

import java.util.List;

/**
 * How the household is connected and limited.
 *
 * @param breaker {@code 0-0:96.3.10} (P1-422 6.12, e-MUCS 1.3), in Hungary also {@code 0-0:96.50.68}, or null
 * @param relays {@code 0-1:96.3.10} and up (e-MUCS 2.1, Luxmetering P1), by number
 * @param limiterW limiter threshold {@code 0-0:17.0.0} (P1-422 6.12, e-MUCS 1.3) in W as sent, or null; see {@link #activeLimitW()}
 * @param limiterVa the same where it is sent in kVA (Luxmetering P1), in VA, or null
 * @param fuseCentiA fuse threshold {@code 1-0:31.4.0} (e-MUCS 1.3) in hundredths of an ampere as sent, or null; see
 *     {@link #activeFuseCentiA()}. Beside a {@code 51.4.0} it is an average current (Lithuania) and not taken
 * @param grid {@code 1-0:94.32.1} as sent, {@code 400} or {@code 230} (V between phases, e-MUCS 2.1), or null
 */
public record Connection(
        SwitchState breaker, List<Relay> relays, Integer limiterW, Integer limiterVa, Integer fuseCentiA, String grid) {

    /** Nothing known. */
    public static final Connection NONE = new Connection(null, List.of(), null, null, null, null);

    public Connection {
        relays = List.copyOf(relays);
    }

    /** The limiter threshold in W, or null when absent or off: {@code 999.9*kW} (e-MUCS 1), {@code 99.999*kW} (2.1). */
    public Integer activeLimitW() {
        return limiterW == null || limiterW >= 999_000 || limiterW == 99_999 ? null : limiterW;
    }

    /** The fuse threshold in hundredths of an ampere, or null when absent or off: {@code 999*A}, {@code 999.99*A}. */
    public Integer activeFuseCentiA() {
        return fuseCentiA == null || fuseCentiA >= 99_900 ? null : fuseCentiA;
    }
}
