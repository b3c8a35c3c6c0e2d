package energy.sem.cli.doctor;

import java.io.IOException;
import java.util.List;

/** Whether the database answers. */
final class DatabaseCheck implements Check {
    @Override
    public String name() {
        return "MariaDB";
    }

    @Override
    public List<Finding> look(Patient patient) {
        try {
            long meters = patient.number("SELECT COUNT(*) FROM meter");
            return List.of(Finding.well("MariaDB answers at " + patient.databaseAddress() + " and knows " + meters
                    + (meters == 1 ? " meter" : " meters")));
        } catch (IOException e) {
            return List.of(Finding.fault(e.getMessage(), patient.adviceForDatabase()));
        }
    }
}
