package energy.sem.cli.doctor;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import energy.sem.cli.process.Service;

/** Whether the days that ingest keeps are those that history answers: both have the household's zone from their settings. */
final class ZoneCheck implements Check {
    @Override
    public String name() {
        return "zone";
    }

    @Override
    public List<Finding> look(Patient patient) throws IOException, InterruptedException {
        Optional<String> kept = patient.text("SELECT day_zone FROM raw_window WHERE id = 1");
        String answered =
                patient.json(Service.HISTORY, "/api/v1/meters").path("zone").asText();
        return List.of(kept.map(zone -> look(zone, answered)).orElse(Finding.well("no day has been kept yet")));
    }

    /**
     * How two zones go together.
     *
     * @param kept that of the days in the tables
     * @param answered that of the answers
     */
    static Finding look(String kept, String answered) {
        return kept.equals(answered)
                ? Finding.well("days are those of " + kept)
                : Finding.fault(
                        "ingest keeps days of " + kept + ", and history answers in " + answered,
                        "give all services the same SEM_TIME_ZONE and start them again: ingest then makes the days anew");
    }
}
