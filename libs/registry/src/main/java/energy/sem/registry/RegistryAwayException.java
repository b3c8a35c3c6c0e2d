package energy.sem.registry;

/** The registry could not be changed, or it is not known whether it was; the message says for people which. */
public final class RegistryAwayException extends Exception {
    private static final long serialVersionUID = 1L;

    RegistryAwayException(String message, Throwable cause) {
        super(message, cause);
    }
}
