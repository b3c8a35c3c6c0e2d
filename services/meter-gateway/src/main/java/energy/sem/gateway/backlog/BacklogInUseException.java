package energy.sem.gateway.backlog;

/** Another gateway has the backlog's folder: one that is ending, or one that was given the same folder. */
public class BacklogInUseException extends BacklogException {
    private static final long serialVersionUID = 1L;

    BacklogInUseException(String message) {
        super(message);
    }
}
