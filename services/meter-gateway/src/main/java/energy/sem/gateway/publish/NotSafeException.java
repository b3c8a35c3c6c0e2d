package energy.sem.gateway.publish;

/** An event could not be made safe; the message says why, for people. */
public class NotSafeException extends Exception {
    private static final long serialVersionUID = 1L;

    public NotSafeException(String message) {
        super(message);
    }

    public NotSafeException(String message, Throwable cause) {
        super(message, cause);
    }
}
