package energy.sem.cli.help;

/** Text of words, broken into lines of at most so many columns. */
final class Paragraphs {
    private static final String MARGIN = "  ";
    private static final String INNER_MARGIN = "      ";

    private final int columns;
    private final StringBuilder text = new StringBuilder();
    private boolean gapDue;

    Paragraphs(int columns) {
        this.columns = columns;
    }

    /** An empty line before whatever follows. */
    void gap() {
        gapDue = text.length() > 0;
    }

    /** Text from the first column on. */
    void heading(String words) {
        fill("", "", "", words);
    }

    /** A term, and what it means on lines of its own. */
    void term(String term, String meaning) {
        fill(MARGIN, INNER_MARGIN, "", term);
        if (!meaning.isEmpty()) {
            fill(INNER_MARGIN, INNER_MARGIN, "", meaning);
        }
    }

    /** A command that can be typed as it is shown, on several lines too. */
    void example(String command) {
        fill(MARGIN, INNER_MARGIN, " \\", command);
    }

    private void fill(String first, String later, String atBreak, String words) {
        if (gapDue) {
            text.append('\n');
            gapDue = false;
        }
        StringBuilder line = new StringBuilder(first);
        boolean begun = false;
        for (String word : words.split(" +", -1)) {
            if (begun && line.length() + 1 + word.length() + atBreak.length() > columns) {
                text.append(line).append(atBreak).append('\n');
                line = new StringBuilder(later);
                begun = false;
            }
            line.append(begun ? " " : "").append(word);
            begun = true;
        }
        text.append(line).append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
