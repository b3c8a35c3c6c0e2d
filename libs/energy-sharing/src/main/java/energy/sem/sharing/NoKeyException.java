package energy.sem.sharing;

/** Members, a rule and shares that make no key; the message says for people why, and {@link #part} which of them it is about. */
public final class NoKeyException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final Part part;

    /** What a key is made of. */
    public enum Part {
        /** Who takes part. */
        MEMBERS("members"),
        /** The rule. */
        KEY("key"),
        /** The members' shares. */
        SHARES("shares");

        private final String word;

        Part(String word) {
            this.word = word;
        }

        /** As in settings, in JSON and on the command line. */
        public String word() {
            return word;
        }
    }

    NoKeyException(Part part, String message) {
        super(message);
        this.part = part;
    }

    /** What of it is wrong. */
    public Part part() {
        return part;
    }
}
