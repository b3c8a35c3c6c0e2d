package energy.sem.cli.doctor;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MetricsTextTest {
    private final MetricsText metrics = new MetricsText(
            """
            # TYPE sem_ingest_lag gauge
            sem_ingest_lag{partition="0",} 3.0
            sem_ingest_lag{partition="1",} NaN
            sem_ingest_lag{partition="2",} 1.0E2
            sem_ingest_lag_other 7
            sem_ingest_last_commit_age_seconds 12.5
            sem_broken{a="b"} many
            """);

    @Test
    void a_metric_is_added_up_over_its_labels_and_only_what_is_a_number_counts() {
        assertThat(metrics.sum("sem_ingest_lag")).isEqualTo(103);
        assertThat(metrics.max("sem_ingest_lag")).isEqualTo(100);
        assertThat(metrics.max("sem_ingest_last_commit_age_seconds")).isEqualTo(12.5);
    }

    @Test
    void what_is_not_there_or_no_number_is_0() {
        assertThat(metrics.sum("sem_nothing")).isZero();
        assertThat(metrics.max("sem_broken")).isZero();
        assertThat(new MetricsText("").sum("sem_ingest_lag")).isZero();
    }
}
