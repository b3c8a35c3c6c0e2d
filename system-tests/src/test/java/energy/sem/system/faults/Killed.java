package energy.sem.system.faults;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** {@code kill -9} of a part, or of several at once; who keeps them brings them back. */
record Killed(String whom, List<? extends Running> parts) implements Fault {
    private static final int ALL_ONE_IN = 8;

    /** One of them, or now and then all. */
    static Optional<Fault> draw(List<? extends Running> parts, SplittableRandom random) {
        Running part = Faults.oneOf(parts, random);
        boolean all = random.nextInt(ALL_ONE_IN) == 0;
        return Optional.of(all ? new Killed("the whole tree", parts) : new Killed(part.title(), List.of(part)));
    }

    @Override
    public String name() {
        return "kill -9 of " + whom;
    }

    @Override
    public void inject() throws Exception {
        for (Running part : parts) {
            Chain.signal(part.pid(), "KILL");
        }
    }

    @Override
    public void heal() {
        // Whoever keeps the parts does.
    }

    @Override
    public boolean silencesCables() {
        return parts.stream().anyMatch(Running::isGateway);
    }
}
