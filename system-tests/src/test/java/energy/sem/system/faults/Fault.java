package energy.sem.system.faults;

import java.util.Optional;

/** Something that goes wrong, and is mended. A kind of fault is one class, whose {@code draw} is in {@link Faults#KINDS}. */
interface Fault {
    /** In words, such as {@code Kafka is killed}. */
    String name();

    /** It goes wrong now. */
    void inject() throws Exception;

    /** What is not mended by SEM itself is mended now; comes back soon. */
    void heal() throws Exception;

    /** Whether what a cable says meanwhile may get lost: nobody hears it. */
    default boolean silencesCables() {
        return false;
    }

    /** What {@code ./sem doctor} says of it while it lasts, as a pattern; empty where it is over before anyone can look. */
    default Optional<String> diagnosis() {
        return Optional.empty();
    }
}
