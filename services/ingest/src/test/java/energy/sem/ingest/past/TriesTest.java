package energy.sem.ingest.past;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** How often something is done again whose ground changes under it. */
class TriesTest {
    private final List<Boolean> locked = new ArrayList<>();

    @Test
    void what_is_done_at_once_is_done_once_without_the_lock() {
        assertThat(Tries.<String>writing("home", this::done)).isEqualTo("done");
        assertThat(locked).containsExactly(false);
    }

    @Test
    void what_changes_meanwhile_is_done_again_the_third_time_with_the_lock() {
        assertThat(Tries.<String>writing("home", lockFirst -> {
                    String done = done(lockFirst);
                    return lockFirst ? done : changed();
                }))
                .isEqualTo("done");
        assertThat(locked).containsExactly(false, false, true);
    }

    @Test
    void what_changes_though_the_lock_is_held_has_an_end_that_says_so() {
        assertThatThrownBy(() -> Tries.<String>writing("home", lockFirst -> {
                    done(lockFirst);
                    return changed();
                }))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("each of the 4 times")
                .hasMessageContaining("nothing was written");
        assertThat(locked).containsExactly(false, false, true, true);
    }

    @Test
    void a_dry_run_never_locks_and_has_the_same_end() {
        assertThatThrownBy(() -> Tries.<String>looking("home", lockFirst -> {
                    done(lockFirst);
                    return changed();
                }))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("each of the 4 times");
        assertThat(locked).containsExactly(false, false, false, false);
    }

    @Test
    void what_is_refused_counts_once_nothing_can_change_and_of_a_dry_run_at_once() {
        assertThatThrownBy(() -> Tries.<String>writing("home", this::refused)).hasMessage("no");
        assertThatThrownBy(() -> Tries.<String>looking("home", this::refused)).hasMessage("no");
        assertThat(locked).containsExactly(false, true, false);
    }

    @Test
    void a_commit_that_a_cluster_refuses_for_another_writer_is_done_again() {
        assertThat(Tries.<String>writing("home", lockFirst -> {
                    String done = done(lockFirst);
                    return lockFirst ? done : refusedByServer(1213, "40001");
                }))
                .isEqualTo("done");
        assertThat(locked).containsExactly(false, false, true);
    }

    @Test
    void a_database_that_is_away_is_said_at_once() {
        assertThatThrownBy(() -> Tries.<String>writing("home", lockFirst -> {
                    done(lockFirst);
                    return refusedByServer(1047, "08S01");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(locked).containsExactly(false);
    }

    private static String refusedByServer(int code, String state) {
        IllegalStateException atCommit = new IllegalStateException("the transaction was rolled back");
        atCommit.addSuppressed(new SQLException("by the server", state, code));
        throw new IllegalStateException(atCommit);
    }

    private String done(boolean lockFirst) {
        locked.add(lockFirst);
        return "done";
    }

    private String refused(boolean lockFirst) {
        locked.add(lockFirst);
        throw new Refusal("no");
    }

    private static String changed() {
        throw new ChangedMeanwhile();
    }
}
