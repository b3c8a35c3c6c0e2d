package energy.sem.cli.process;

/**
 * A port that cannot be had.
 *
 * @param option which option chooses another
 * @param port its number
 * @param who who wants it
 * @param why why it cannot be had, such as {@code is taken by process 1234 (java)}
 */
public record TakenPort(String option, int port, String who, String why) {
    /** {@code port 8080 (meter-gateway) is taken by process 1234 (java).} */
    public String inWords() {
        return "port " + port + " (" + who + ") " + why + ".";
    }
}
