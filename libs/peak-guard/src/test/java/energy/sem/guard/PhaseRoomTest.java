package energy.sem.guard;

import java.util.List;
import java.util.stream.Stream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class PhaseRoomTest {
    private static final int THREE_OF_25_A = 17_250;

    static Stream<Arguments> connections() {
        return Stream.of(
                Arguments.of("no current is known: the whole connection", 3000, List.of(), THREE_OF_25_A),
                Arguments.of("even phases", 3000, List.of(435L, 435L, 435L), 3000 + 20 * 230 + 149),
                Arguments.of("the fullest phase decides", 5000, List.of(2000L, 100L, 100L), 5000 + 5 * 230),
                Arguments.of("one over its fuse: each gives way", 9000, List.of(2700L, 900L, 300L), 9000 - 3 * 2 * 230),
                Arguments.of("into the grid there is more room", 100, List.of(-1000L, -900L, -800L), 100 + 33 * 230),
                Arguments.of("never more than all carry", 16_000, List.of(100L, 100L, 100L), THREE_OF_25_A),
                Arguments.of("never nothing", 200, List.of(9000L, 0L, 0L), 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("connections")
    void import_that_no_fuse_minds(String what, int importW, List<Long> centiA, int watts) {
        assertThat(PhaseRoom.watts(importW, loads(centiA), 3, 2500, THREE_OF_25_A))
                .isEqualTo(watts);
    }

    @Property
    void a_charger_on_the_fullest_phase_stays_within_its_fuse(
            @ForAll @IntRange(max = 2500) int first,
            @ForAll @IntRange(max = 2500) int second,
            @ForAll @IntRange(max = 2500) int third) {
        int importW = (first + second + third) * 230 / 100;
        int more = PhaseRoom.watts(
                        importW, loads(List.of((long) first, (long) second, (long) third)), 3, 2500, THREE_OF_25_A)
                - importW;
        int fullest = Math.max(first, Math.max(second, third));
        assertThat(fullest * 230 / 100 + more).isLessThanOrEqualTo(25 * 230);
    }

    private static List<PhaseRoom.Load> loads(List<Long> centiA) {
        return centiA.stream().map(PhaseRoom.Load::new).toList();
    }
}
