package energy.sem.system.faults;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import energy.sem.local.process.Folders;

/**
 * Nothing that was acknowledged is lost or doubled, and no figure, answer or picture is another one, whatever fails meanwhile.
 * A few faults in each build; as many, from any seed, as one likes by {@code system-tests/faults/run}.
 */
class FaultsIT {
    private static final int FEW = 5;

    /** The same in each build, so that a red one speaks of what was changed. */
    private static final long SEED = 7;

    @Test
    void what_was_acknowledged_is_stored_once_and_every_figure_is_what_it_is_without_faults() throws Exception {
        FaultRun.Plan plan =
                FaultRun.Plan.of(Integer.getInteger("sem.faults", FEW), Long.getLong("sem.faults.seed", SEED));
        System.out.println("faults are drawn from seed " + plan.seed());
        Path folder = Path.of(System.getProperty("sem.faults.folder", "target/faults"))
                .resolve(Long.toString(plan.seed()))
                .toAbsolutePath();
        Folders.delete(folder);
        Report report;
        try (FaultRun run = new FaultRun(plan, folder)) {
            report = run.run();
        }
        report.keepRow(folder.resolveSibling("results.md"));
        report.assertFlawless();
        // Of a run that failed what the parts said is kept.
        Folders.delete(folder);
    }
}
