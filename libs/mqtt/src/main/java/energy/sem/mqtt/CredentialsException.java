package energy.sem.mqtt;

/** There is no password to be had, such as when its file cannot be read. The message has no secret. */
public final class CredentialsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CredentialsException(String message, Throwable cause) {
        super(message, cause);
    }
}
