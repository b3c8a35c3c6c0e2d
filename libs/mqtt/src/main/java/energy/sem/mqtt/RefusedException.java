package energy.sem.mqtt;

/** The broker did not take a message, or there is no connection. What was to be published is not published later. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedException(Throwable cause) {
        super(cause.getMessage(), cause);
    }

    RefusedException(String message) {
        super(message);
    }
}
