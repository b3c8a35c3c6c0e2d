package energy.sem.system.faults;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** The network between two parts, or now and then the serial cable: cut, so that connections end, or silent, so that they stay and nothing passes. */
record CutWire(Chain chain, Link link, Wire.State state) implements Fault {
    private static final int CABLE_ONE_IN = 8;

    static Optional<Fault> draw(Chain chain, SplittableRandom random) {
        Link link = Faults.oneOf(List.of(Link.values()), random);
        Wire.State state = random.nextBoolean() ? Wire.State.CUT : Wire.State.SILENT;
        return chain.cable().isPresent() && random.nextInt(CABLE_ONE_IN) == 0
                ? Optional.of(new PulledCable(chain.cable().get()))
                : Optional.of(new CutWire(chain, link, state));
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
