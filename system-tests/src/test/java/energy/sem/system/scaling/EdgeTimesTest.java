package energy.sem.system.scaling;

import java.util.List;

import org.junit.jupiter.api.Test;

import energy.sem.system.scaling.EdgeTimes.Sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class EdgeTimesTest {
    @Test
    void what_is_committed_in_the_minute_after_the_edge_is_told_apart_from_the_rest() {
        // Before: a batch of 100 telegrams in 10 ms; at the edge (90 s) two of 100 in 30 ms each; after it one in 20
        // ms.
        EdgeTimes times = EdgeTimes.of(
                List.of(
                        new Sample(0, 7, 3, 700, 5),
                        new Sample(90, 8, 3.010, 800, 100),
                        new Sample(100, 9, 3.040, 900, 400),
                        new Sample(150, 10, 3.070, 1_000, 50),
                        new Sample(151, 11, 3.090, 1_100, 120)),
                90);

        assertThat(times.atEdge().count()).isEqualTo(2);
        assertThat(times.atEdge().millisABatch()).isCloseTo(30, within(0.001));
        assertThat(times.atEdge().microsATelegram()).isCloseTo(300, within(0.01));
        assertThat(times.atEdge().behind()).isEqualTo(400);
        assertThat(times.between().count()).isEqualTo(2);
        assertThat(times.between().microsATelegram()).isCloseTo(150, within(0.01));
        assertThat(times.between().behind()).isEqualTo(120);
        assertThat(times.ratio()).isCloseTo(2, within(0.001));
    }
}
