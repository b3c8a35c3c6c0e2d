package energy.sem.p1;

/** State of the breaker, a relay or a gas valve: {@code 96.3.10} and {@code 24.4.0} (e-MUCS 1.3). */
public enum SwitchState {
    /** 0: open, no supply. */
    DISCONNECTED,
    /** 1: closed. */
    CONNECTED,
    /** 2: open, and the user may close it. */
    READY_FOR_RECONNECTION
}
