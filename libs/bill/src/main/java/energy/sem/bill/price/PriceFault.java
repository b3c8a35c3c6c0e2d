package energy.sem.bill.price;

/** Why an answer has no prices; the message says it in words, without a token. */
public final class PriceFault extends Exception {
    private static final long serialVersionUID = 1;

    /** What to do about it. */
    public enum Kind {
        /** They are not published yet: ask again later. */
        NOT_YET,
        /** The source does not want to answer us: a token is wrong, or it is asked too often. */
        REFUSED,
        /** The answer is not what the source is known to say. */
        WRONG
    }

    private final Kind kind;

    public PriceFault(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    static PriceFault wrong(String message) {
        return new PriceFault(Kind.WRONG, message);
    }

    public Kind kind() {
        return kind;
    }
}
