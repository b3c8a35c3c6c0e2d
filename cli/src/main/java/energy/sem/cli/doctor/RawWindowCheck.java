package energy.sem.cli.doctor;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import energy.sem.cli.process.Service;

/** Whether there is a partition for the raw readings of tomorrow, which ingest makes ahead. */
final class RawWindowCheck implements Check {
    @Override
    public String name() {
        return "partitions";
    }

    @Override
    public List<Finding> look(Patient patient) throws IOException {
        Instant until = Instant.ofEpochMilli(patient.number("SELECT raw_until FROM raw_window"));
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        return List.of(
                until.isAfter(tomorrow)
                        ? Finding.well("there is room for raw readings until " + until)
                        : Finding.fault(
                                "there is room for raw readings until " + until + " only",
                                "ingest makes room each hour; its log says what keeps it: "
                                        + patient.log(Service.INGEST)));
    }
}
