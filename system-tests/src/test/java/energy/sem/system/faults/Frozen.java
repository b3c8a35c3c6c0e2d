package energy.sem.system.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** SIGSTOP of a part, or of several at once: they keep their connections and answer nothing. */
final class Frozen implements Fault {
    private static final int ALL_ONE_IN = 8;

    private final String whom;
    private final List<? extends Running> parts;
    private final List<Long> pids = new ArrayList<>();

    Frozen(String whom, List<? extends Running> parts) {
        this.whom = whom;
        this.parts = parts;
    }

    static Optional<Fault> draw(List<? extends Running> parts, SplittableRandom random) {
        Running part = Faults.oneOf(parts, random);
        return Optional.of(new Frozen(part.title(), List.of(part)));
    }

    /** One of them, or now and then all at once. */
    static Optional<Fault> drawOneOrAll(List<? extends Running> parts, SplittableRandom random) {
        return random.nextInt(ALL_ONE_IN) == 0 ? Optional.of(new Frozen("the whole tree", parts)) : draw(parts, random);
    }

    @Override
    public String name() {
        return "SIGSTOP of " + whom;
    }

    @Override
    public void inject() throws Exception {
        for (Running part : parts) {
            long pid = part.pid();
            pids.add(pid);
            Chain.signal(pid, "STOP");
        }
    }

    @Override
    public void heal() throws Exception {
        for (long pid : pids) {
            Chain.signal(pid, "CONT");
        }
    }

    @Override
    public boolean silencesCables() {
        return parts.stream().anyMatch(Running::isGateway);
    }

    @Override
    public Optional<String> diagnosis() {
        return parts.get(0).whenFrozen();
    }
}
