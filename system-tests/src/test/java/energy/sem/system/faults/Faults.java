package energy.sem.system.faults;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Draws faults from a seed: the same seed draws the same faults where the machine allows the same kinds. */
final class Faults {
    /** Draws one of its kind; empty where it cannot be had here, or this time. */
    interface Kind {
        Optional<Fault> draw(SplittableRandom random);
    }

    private final Topology topology;
    private final List<Kind> kinds;
    private final boolean brief;
    private final SplittableRandom random;

    /** @param brief whether what takes a minute by itself is left out */
    Faults(Topology topology, long seed, boolean brief) {
        this.topology = topology;
        this.kinds = topology.kinds();
        this.brief = brief;
        this.random = new SplittableRandom(seed);
    }

    Fault next() {
        while (true) {
            Optional<Fault> fault = kinds.get(random.nextInt(kinds.size())).draw(random.split());
            if (fault.isPresent() && !(brief && fault.get() instanceof RollingRestart)) {
                return fault.get();
            }
        }
    }

    /** Another one than this, that can come beside it. */
    Fault nextBut(Fault other) {
        Fault next = next();
        while (!topology.bears(other, next)) {
            next = next();
        }
        return next;
    }

    /** One of several. */
    static <T> T oneOf(List<T> all, SplittableRandom random) {
        return all.get(random.nextInt(all.size()));
    }

    /** How long it lasts. */
    int lastsMillis() {
        return 500 + random.nextInt(6_000);
    }

    /** Whether another one comes before it is mended. */
    boolean alsoAnother() {
        return random.nextInt(5) == 0;
    }
}
