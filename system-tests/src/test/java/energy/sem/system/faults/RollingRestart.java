package energy.sem.system.faults;

import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;

import org.awaitility.Awaitility;

/** Each part in turn is asked to end, and comes back before the next one is: an upgrade under load. */
record RollingRestart(Chain chain) implements Fault {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    static Optional<Fault> draw(Chain chain, SplittableRandom random) {
        // It is six faults in one.
        return random.nextInt(3) == 0 ? Optional.of(new RollingRestart(chain)) : Optional.empty();
    }

    @Override
    public String name() {
        return "rolling restart";
    }

    @Override
    public void inject() throws Exception {
        for (Part part : Part.values()) {
            long before = chain.pid(part);
            Chain.signal(before, "TERM");
            Awaitility.await(part.title() + " is back")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> chain.pid(part) != before && chain.isReady(part));
        }
    }

    @Override
    public void heal() {
        // It is over.
    }

    @Override
    public boolean silencesCables() {
        return true;
    }
}
