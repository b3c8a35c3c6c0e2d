package energy.sem.bill.document;

/** A document that is not what it should be; its message says where and what to write instead. */
public final class DocumentFault extends Exception {
    private static final long serialVersionUID = 1;

    /** A fault of the whole document. */
    public DocumentFault(String message) {
        super(message);
    }

    /** A fault at a line, counted from 1; below 1 for none. */
    public DocumentFault(int line, String message) {
        super(line < 1 ? message : "line " + line + ": " + message);
    }
}
