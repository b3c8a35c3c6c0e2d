package energy.sem.history.store;

import java.time.Instant;

/**
 * The row of doctor_look.
 *
 * @param at when {@code semctl doctor} looked last
 * @param faults what it found, in JSON as it wrote it
 */
public record DoctorLook(Instant at, String faults) {}
