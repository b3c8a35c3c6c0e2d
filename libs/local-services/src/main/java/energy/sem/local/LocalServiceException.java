package energy.sem.local;

/**
 * A local service cannot start, or has ended unasked. The message is one line for the person at the keyboard: it names
 * the port, folder or program concerned and says what to do.
 */
public class LocalServiceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LocalServiceException(String message) {
        super(message);
    }

    public LocalServiceException(String message, Throwable cause) {
        super(message, cause);
    }
}
