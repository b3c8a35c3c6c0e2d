package energy.sem.cli.doctor;

import java.io.IOException;
import java.util.List;

/** Looks at one thing of a running system and changes nothing. */
interface Check {
    /** One word or two for what is looked at. */
    String name();

    /**
     * Looks.
     *
     * @return at least one finding
     * @throws IOException when it cannot be looked at, with the reason in words
     */
    List<Finding> look(Patient patient) throws IOException, InterruptedException;
}
