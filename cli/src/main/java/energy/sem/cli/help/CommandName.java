package energy.sem.cli.help;

/** What this program is called where it runs: {@code ./sem} in a checkout and an unpacked release, {@code semctl} installed. */
public final class CommandName {
    private static final String WRITTEN = "./sem";

    private CommandName() {}

    /** A text in which {@code ./sem} stands for the program, with the name that can be typed here (the launcher says it). */
    public static String in(String text) {
        return text.replace(WRITTEN, System.getProperty("sem.command", WRITTEN));
    }
}
