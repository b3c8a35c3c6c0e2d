package energy.sem.cli.doctor;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Whether values were kept aside lately because they cannot be true. */
final class QuarantineCheck implements Check {
    private static final int DAYS = 7;

    @Override
    public String name() {
        return "quarantine";
    }

    @Override
    public List<Finding> look(Patient patient) throws IOException {
        long since = Instant.now().minus(Duration.ofDays(DAYS)).toEpochMilli();
        long aside = patient.number("SELECT COUNT(*) FROM quarantine WHERE restored_at IS NULL AND at >= " + since);
        return List.of(
                aside == 0
                        ? Finding.well("no value was kept aside in the last " + DAYS + " days")
                        : Finding.fault(
                                aside + " values of the last " + DAYS
                                        + " days were kept aside, since they cannot be true",
                                "docs/meters.md says how to look at them and how to put them back"));
    }
}
