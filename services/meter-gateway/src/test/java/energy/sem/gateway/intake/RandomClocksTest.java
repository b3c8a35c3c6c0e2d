package energy.sem.gateway.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import energy.sem.event.TelegramEvent;
import energy.sem.gateway.clock.TimeChoice;

import static energy.sem.gateway.intake.Household.late;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever a meter's clock and the gateway's do, and in whatever order. */
class RandomClocksTest {

    /** So long a meter speaks, with its clock and after the gateway's clock has jumped so, behind a silence. */
    private record Phase(int aheadHours, int jumpHours, int minutes, int silentMinutes, boolean away) {}

    @Provide
    Arbitrary<Phase> phases() {
        return Combinators.combine(
                        Arbitraries.of(0, 0, 0, 1, 2, 13, -3, -20, 24, 30, -24, -26, 24 * 40, -24 * 90),
                        Arbitraries.of(0, 0, 0, 0, 1, -1, 72, -72),
                        Arbitraries.integers().between(2, 40),
                        Arbitraries.of(0, 0, 0, 1, 90),
                        Arbitraries.of(false, false, true))
                .as(Phase::new);
    }

    private static final class Life implements AutoCloseable {
        final Path folder;
        final Household household;
        private final boolean restarts;
        int telegrams;

        /** @param restarts whether the gateway ends and starts behind each phase; then its clock is right */
        Life(TimeChoice choice, boolean live, boolean restarts) throws IOException {
            this.restarts = restarts;
            folder = Files.createTempDirectory(Path.of("target"), "clocks-");
            household = new Household(choice, folder);
            household.live = live;
            household.readsGas = true;
        }

        Life lives(List<Phase> phases, int every) {
            for (Phase phase : phases) {
                household.away = phase.away && household.live;
                for (int minute = 0; minute < phase.silentMinutes; minute++) {
                    household.pause(Duration.ofMinutes(1));
                    household.looks();
                }
                household.meterAhead = Duration.ofHours(phase.aheadHours);
                household.gatewayClock.jump(Duration.ofHours(restarts ? 0 : phase.jumpHours));
                household.speaks(Duration.ofMinutes(phase.minutes), every);
                telegrams += (phase.minutes * 60 + every - 1) / every;
                household.looks();
                if (restarts) {
                    household.restart();
                }
            }
            household.restart();
            return this;
        }

        Stream<String> findings() {
            return household.keptAside().stream()
                    .map(e -> e.verdict().findings().toString())
                    .distinct();
        }

        @Override
        public void close() throws IOException {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Property(tries = 200)
    void what_is_read_is_stored_once_each_and_nothing_is_kept_aside(
            @ForAll @Size(min = 1, max = 6) List<@From("phases") Phase> phases,
            @ForAll @IntRange(min = 1, max = 15) int every,
            @ForAll TimeChoice choice,
            @ForAll boolean restarts)
            throws IOException {
        try (Life life = new Life(choice, true, restarts).lives(phases, every)) {
            assertThat(life.findings()).isEmpty();
            assertThat(life.household.stored()).hasSize(life.telegrams);
        }
    }

    @Property(tries = 200)
    void what_is_pushed_is_kept_aside_at_most_until_it_is_sure_and_never_because_a_register_fell(
            @ForAll @Size(min = 1, max = 6) List<@From("phases") Phase> phases,
            @ForAll @IntRange(min = 1, max = 15) int every,
            @ForAll TimeChoice choice,
            @ForAll boolean restarts)
            throws IOException {
        try (Life life = new Life(choice, false, restarts).lives(phases, every)) {
            assertThat(life.findings().filter(found -> !found.contains("cause=clock-")))
                    .isEmpty();
            assertThat(life.household.stored().size())
                    .isLessThanOrEqualTo(life.telegrams)
                    .isGreaterThanOrEqualTo(life.telegrams - 20 * phases.size());
        }
    }

    @Property(tries = 200)
    void what_is_read_while_the_gateways_clock_is_right_is_where_it_was_counted_or_as_far_off_as_the_meters_clock(
            @ForAll @Size(min = 1, max = 6) List<@From("phases") Phase> phases,
            @ForAll @IntRange(min = 1, max = 15) int every)
            throws IOException {
        List<Phase> right = phases.stream()
                .map(p -> new Phase(p.aheadHours, 0, p.minutes, p.silentMinutes, false))
                .toList();
        try (Life life = new Life(TimeChoice.AUTO, true, false).lives(right, every)) {
            List<Long> possible = Stream.concat(Stream.of(0), right.stream().map(Phase::aheadHours))
                    .filter(hours -> Math.abs(hours) < 23)
                    .map(hours -> hours * 3600L)
                    .toList();
            assertThat(life.household.stored().stream()
                            .map(RandomClocksTest::lateSeconds)
                            .distinct())
                    .isSubsetOf(possible);
        }
    }

    private static long lateSeconds(TelegramEvent event) {
        return late(event).toSeconds();
    }
}
