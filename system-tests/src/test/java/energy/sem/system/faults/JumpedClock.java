package energy.sem.system.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** The wall clock of a service jumps, ahead or back, and is put right later. Drawn where there is a C compiler. */
record JumpedClock(Chain chain, Part part, Duration by) implements Fault {
    private static final List<Duration> JUMPS = List.of(
            Duration.ofSeconds(90),
            Duration.ofMinutes(20),
            Duration.ofHours(3),
            Duration.ofHours(30),
            Duration.ofDays(9));

    static Optional<Fault> draw(Chain chain, SplittableRandom random) {
        List<Part> parts = chain.clocks().keySet().stream().sorted().toList();
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        Duration by = Faults.oneOf(JUMPS, random);
        return Optional.of(
                new JumpedClock(chain, Faults.oneOf(parts, random), random.nextBoolean() ? by : by.negated()));
    }

    @Override
    public String name() {
        return "the clock of " + part.title() + " jumps " + (by.isNegative() ? "back by " : "ahead by ")
                + by.abs().toMinutes() + " min";
    }

    @Override
    public void inject() throws Exception {
        chain.clocks().get(part).set(Instant.now().plus(by));
    }

    @Override
    public void heal() throws Exception {
        chain.clocks().get(part).set(Instant.now());
    }

    @Override
    public Optional<String> diagnosis() {
        return Optional.of("clocks: the clock of " + part.title() + " is [0-9]+ s "
                + (by.isNegative() ? "behind" : "ahead of") + " this computer's");
    }
}
