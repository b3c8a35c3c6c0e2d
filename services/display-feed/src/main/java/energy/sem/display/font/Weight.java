package energy.sem.display.font;

/** The two weights of the pictures' typeface. */
public enum Weight {
    REGULAR,
    BOLD
}
