package energy.sem.p1;

/**
 * A load relay of the meter, {@code 0-n:96.3.10} with n from 1 (e-MUCS 2.1, Luxmetering P1); {@code 0-0:96.3.10} is the breaker.
 *
 * @param number n
 * @param state its state
 */
public record Relay(int number, SwitchState state) {}
