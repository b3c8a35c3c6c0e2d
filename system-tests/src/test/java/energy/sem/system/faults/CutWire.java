package energy.sem.system.faults;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** The network between two parts: cut, so that connections end, or silent, so that they stay and nothing passes. */
record CutWire(Chain chain, Link link, Wire.State state) implements Fault {
    static Optional<Fault> draw(Chain chain, SplittableRandom random) {
        Link link = Faults.oneOf(List.of(Link.values()), random);
        return Optional.of(new CutWire(chain, link, random.nextBoolean() ? Wire.State.CUT : Wire.State.SILENT));
    }

    @Override
    public String name() {
        return "the network between " + link.ends() + " is " + (state == Wire.State.CUT ? "cut" : "silent");
    }

    @Override
    public void inject() {
        chain.wire(link).set(state);
    }

    @Override
    public void heal() {
        chain.wire(link).set(Wire.State.OPEN);
    }

    @Override
    public Optional<String> diagnosis() {
        return Optional.of(link.diagnosis());
    }
}
