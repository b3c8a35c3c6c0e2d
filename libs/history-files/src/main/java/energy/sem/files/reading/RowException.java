package energy.sem.files.reading;

/** A row cannot be believed. The message is the cause for people, without content of the file but names of fields. */
public final class RowException extends Exception {
    private static final long serialVersionUID = 1L;

    public RowException(String cause) {
        super(cause, null, false, false);
    }
}
