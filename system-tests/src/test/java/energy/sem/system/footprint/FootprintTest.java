package energy.sem.system.footprint;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import energy.sem.system.ProcessCost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class FootprintTest {
    private static final Start QUICK = new Start(1, 1.1, 2);
    private static final Start SLOW = new Start(3, 3.3, 6);

    @Test
    void what_meets_every_goal_misses_none() {
        assertThat(missed(footprint(true, new Steady(100, 80, 0.4), new Steady(200, 180, 1))))
                .isEmpty();
    }

    @Test
    void a_service_that_takes_more_than_three_quarters_misses_its_goal() {
        assertThat(missed(footprint(true, new Steady(151, 80, 0.4), new Steady(200, 180, 1))))
                .containsExactly("history: memory of the JVM's defaults is 0.76, goal less than 0.75");
    }

    @Test
    void a_slow_start_is_missed_where_there_is_a_cache_only() {
        Steady small = new Steady(100, 80, 0.4);
        Steady large = new Steady(200, 180, 1);
        Footprint slow = footprint(true, small, large);
        slow.starts("history", List.of(SLOW, SLOW, QUICK), List.of(SLOW, SLOW, SLOW));
        assertThat(missed(slow)).containsExactly("history: start of the JVM's defaults is 1.00, goal less than 0.60");
        Footprint without = footprint(false, small, large);
        without.starts("history", List.of(SLOW, SLOW, QUICK), List.of(SLOW, SLOW, SLOW));
        assertThat(missed(without)).isEmpty();
    }

    @Test
    void the_whole_counts_what_runs_without_being_configured() {
        Footprint footprint = footprint(true, new Steady(100, 80, 0.4), new Steady(200, 180, 1));
        footprint.shipped("Kafka", new Steady(900, 890, 4.9));
        footprint.shipped("home-bridge", new Steady(500, 480, 4.9));
        assertThat(footprint.whole().residentMib()).isEqualTo(1000);
        assertThat(footprint.whole().cpuPercent()).isCloseTo(5.3, within(1e-9));
        assertThat(missed(footprint)).isEmpty();
        footprint.shipped("MariaDB", new Steady(24, 20, 5));
        assertThat(missed(footprint))
                .containsExactly(
                        "MariaDB: idle, % of a core is 5.00, goal less than 5.00",
                        "all parts: resident MiB is 1024.00, goal less than 1024.00");
    }

    @Test
    void a_median_is_each_figures_own() {
        assertThat(Start.median(List.of(new Start(9, 1, 5), new Start(1, 9, 6), new Start(2, 2, 7))))
                .isEqualTo(new Start(2, 2, 6));
    }

    @Test
    void what_was_not_measured_is_missed() {
        assertThat(new Goal("ingest", "memory", Double.NaN, 0.75).isMissed()).isTrue();
    }

    @Test
    void idle_is_what_was_added_meanwhile() {
        Steady steady = Steady.between(new ProcessCost(9, 9, 10), new ProcessCost(2048, 1024, 10.6), 60);
        assertThat(steady.cpuPercent()).isCloseTo(1.0, within(1e-9));
        assertThat(steady.residentMib()).isEqualTo(2);
        assertThat(steady.proportionalMib()).isEqualTo(1);
    }

    private static Footprint footprint(boolean withCache, Steady shipped, Steady byDefault) {
        Footprint footprint = new Footprint(withCache, Set.of("home-bridge"));
        footprint.shipped("history", shipped);
        footprint.byDefault("history", byDefault);
        footprint.starts("history", List.of(QUICK), List.of(SLOW));
        return footprint;
    }

    private static List<String> missed(Footprint footprint) {
        return footprint.goals().stream()
                .filter(Goal::isMissed)
                .map(Goal::toString)
                .toList();
    }
}
