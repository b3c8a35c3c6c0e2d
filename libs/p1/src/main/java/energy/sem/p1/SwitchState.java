package energy.sem.p1;

/** State of the breaker, a relay or a gas valve: {@code 96.3.10} and {@code 24.4.0} (e-MUCS 1.3). */
public enum SwitchState {
    /** Open, no supply. */
    DISCONNECTED(0),
    /** Closed. */
    CONNECTED(1),
    /** Open, and the user may close it. */
    READY_FOR_RECONNECTION(2);

    private final int digit;

    SwitchState(int digit) {
        this.digit = digit;
    }

    /** The state of a digit; null for {@link Unsaid#INT}. */
    static SwitchState of(int digit) {
        return switch (digit) {
            case 0 -> DISCONNECTED;
            case 1 -> CONNECTED;
            case 2 -> READY_FOR_RECONNECTION;
            default -> null;
        };
    }

    /** The digit that stands for it in a telegram. */
    int digit() {
        return digit;
    }
}
