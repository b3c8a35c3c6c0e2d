package energy.sem.display.font;

/** The two weights of the pictures' typeface. */
public enum Weight {
    REGULAR("DejaVuSans.ttf"),
    BOLD("DejaVuSans-Bold.ttf");

    private final String file;

    Weight(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }
}
