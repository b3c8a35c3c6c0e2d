package energy.sem.system.faults;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Draws faults from a seed: the same seed draws the same faults where the machine allows the same kinds. */
final class Faults {
    /** Draws one of its kind; empty where it cannot be had here, or this time. */
    interface Kind {
        Optional<Fault> draw(Chain chain, SplittableRandom random);
    }

    /** Another kind is a class of its own and a line here. */
    static final List<Kind> KINDS = List.of(
            Killed::draw,
            Killed::draw,
            Frozen::draw,
            Frozen::draw,
            CutWire::draw,
            CutWire::draw,
            FullDisk::draw,
            JumpedClock::draw,
            RollingRestart::draw,
            PoisonedRecords::draw);

    private final Chain chain;
    private final boolean brief;
    private final SplittableRandom random;

    /** @param brief whether what takes a minute by itself is left out */
    Faults(Chain chain, long seed, boolean brief) {
        this.chain = chain;
        this.brief = brief;
        this.random = new SplittableRandom(seed);
    }

    Fault next() {
        while (true) {
            Optional<Fault> fault = KINDS.get(random.nextInt(KINDS.size())).draw(chain, random.split());
            if (fault.isPresent() && !(brief && fault.get() instanceof RollingRestart)) {
                return fault.get();
            }
        }
    }

    /** Another one than this. */
    Fault nextBut(Fault other) {
        Fault next = next();
        while (next.name().equals(other.name())) {
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
