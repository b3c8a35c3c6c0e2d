package energy.sem.system;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class ProcessCostTest {
    @Test
    void memory_is_the_line_of_that_very_name() {
        String status = "Name:\tVmRSS: 7 kB\nVmPeak:\t  999999 kB\nVmRSS:\t  123456 kB\nRssAnon:\t    1000 kB\n";
        assertThat(ProcessCost.kib("VmRSS", status)).isEqualTo(123_456);
        assertThat(ProcessCost.kib("Pss", "Rss:    900 kB\nPss:     321 kB\nPss_Dirty:   300 kB\n"))
                .isEqualTo(321);
    }

    @Test
    void what_is_not_said_is_not_nothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProcessCost.kib("Pss", "Rss: 900 kB\nPss_Dirty: 300 kB\n"))
                .withMessageContaining("Pss");
    }

    @Test
    void a_name_with_brackets_and_spaces_shifts_no_field() {
        String stat = "4711 (java (1) 9 9 9) S 1 2 3 4 5 6 7 8 9 10 150 25 77 78 20 0 40 0 123 456 789";
        assertThat(ProcessCost.cpuSeconds(stat)).isEqualTo(1.75);
    }

    @Test
    void this_very_process_takes_what_its_jvm_says() throws Exception {
        Awaitility.await("a second of processor time")
                .atMost(Duration.ofMinutes(1))
                .until(() -> own() > TimeUnit.SECONDS.toNanos(1));
        double before = own() / 1e9;
        ProcessCost cost = ProcessCost.of(ProcessHandle.current().pid());
        assertThat(cost.cpuSeconds()).isCloseTo(before, within(0.5));
        assertThat(cost.proportionalKib()).isBetween(10_000L, cost.residentKib());
    }

    private static long own() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }
}
