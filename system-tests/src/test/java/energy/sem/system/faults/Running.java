package energy.sem.system.faults;

import java.util.Optional;

/** A process that can be killed or frozen. */
interface Running {
    /** As messages call it. */
    String title();

    /** Of its last start. */
    long pid();

    /** Whether nobody hears a meter while it is away. */
    boolean isGateway();

    /** What {@code ./sem doctor} says while it is frozen, as a pattern. */
    default Optional<String> whenFrozen() {
        return Optional.empty();
    }
}
