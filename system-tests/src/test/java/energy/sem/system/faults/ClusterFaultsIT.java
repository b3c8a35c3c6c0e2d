package energy.sem.system.faults;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import energy.sem.local.process.Folders;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * SEM on three machines of which any one may die: three brokers, three database nodes, two of the rest, while each is killed,
 * frozen and cut off, alone and two at once. {@code system-tests/faults/run --cluster} is the command.
 */
@EnabledIfSystemProperty(
        named = "sem.faults.cluster",
        matches = "true",
        disabledReason = "takes minutes: system-tests/faults/run --cluster")
class ClusterFaultsIT {
    private static final int FEW = 5;
    private static final long SEED = 7;
    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(10);

    @Test
    void of_three_machines_any_one_may_die() throws Exception {
        FaultRun.Plan plan =
                FaultRun.Plan.ofCluster(Integer.getInteger("sem.faults", FEW), Long.getLong("sem.faults.seed", SEED));
        Path folder = Path.of(System.getProperty("sem.faults.folder", "target/faults"))
                .resolve("cluster-" + plan.seed())
                .toAbsolutePath();
        Folders.delete(folder);
        Report report;
        try (FaultRun run = new FaultRun(plan, folder)) {
            report = run.run();
        }
        report.keepRow(folder.resolveSibling("results.md"));
        report.assertFlawless();
        assertThat(report.slowest()).as("a push was acknowledged").isLessThan(ACKNOWLEDGED_WITHIN);
        Folders.delete(folder);
    }
}
