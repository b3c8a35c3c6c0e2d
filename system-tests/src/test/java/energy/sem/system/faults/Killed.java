package energy.sem.system.faults;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** {@code kill -9} of a part, or of all at once; the launcher brings them back. */
record Killed(Chain chain, Set<Part> parts) implements Fault {
    private static final int ALL_ONE_IN = 8;

    static Optional<Fault> draw(Chain chain, SplittableRandom random) {
        Part part = Faults.oneOf(List.of(Part.values()), random);
        boolean all = random.nextInt(ALL_ONE_IN) == 0;
        return Optional.of(new Killed(chain, all ? EnumSet.allOf(Part.class) : EnumSet.of(part)));
    }

    @Override
    public String name() {
        return parts.size() == 1 ? "kill -9 of " + parts.iterator().next().title() : "kill -9 of the whole tree";
    }

    @Override
    public void inject() throws Exception {
        for (Part part : parts) {
            Chain.signal(chain.pid(part), "KILL");
        }
    }

    @Override
    public void heal() {
        // Whoever keeps the parts does.
    }

    @Override
    public boolean silencesCables() {
        return parts.contains(Part.GATEWAY);
    }
}
