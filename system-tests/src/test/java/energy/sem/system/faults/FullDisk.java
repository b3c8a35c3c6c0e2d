package energy.sem.system.faults;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/** The disk of a store is full to the last byte. Drawn where small disks can be mounted. */
record FullDisk(Chain chain, Part part) implements Fault {
    static Optional<Fault> draw(Chain chain, SplittableRandom random) {
        List<Part> parts = chain.disks().keySet().stream().sorted().toList();
        return parts.isEmpty() ? Optional.empty() : Optional.of(new FullDisk(chain, Faults.oneOf(parts, random)));
    }

    @Override
    public String name() {
        return "the disk of " + part.title() + " is full";
    }

    @Override
    public void inject() throws Exception {
        chain.disks().get(part).fill();
    }

    @Override
    public void heal() throws Exception {
        chain.disks().get(part).empty();
    }

    @Override
    public Optional<String> diagnosis() {
        return Optional.of("disk: the disk is full: 0 bytes left in "
                + Pattern.quote(chain.store(part).toString()));
    }
}
