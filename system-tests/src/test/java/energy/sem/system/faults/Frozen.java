package energy.sem.system.faults;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** SIGSTOP of a part: it keeps its connections and answers nothing. */
final class Frozen implements Fault {
    private final Chain chain;
    private final Part part;
    private long pid;

    Frozen(Chain chain, Part part) {
        this.chain = chain;
        this.part = part;
    }

    static Optional<Fault> draw(Chain chain, SplittableRandom random) {
        return Optional.of(new Frozen(chain, Faults.oneOf(List.of(Part.values()), random)));
    }

    @Override
    public String name() {
        return "SIGSTOP of " + part.title();
    }

    @Override
    public void inject() throws Exception {
        pid = chain.pid(part);
        Chain.signal(pid, "STOP");
    }

    @Override
    public void heal() throws Exception {
        Chain.signal(pid, "CONT");
    }

    @Override
    public boolean silencesCables() {
        return part == Part.GATEWAY;
    }

    @Override
    public Optional<String> diagnosis() {
        return Optional.of((part.service().isPresent() ? "services" : part.title()) + ": " + part.title()
                + " does not answer at .*");
    }
}
