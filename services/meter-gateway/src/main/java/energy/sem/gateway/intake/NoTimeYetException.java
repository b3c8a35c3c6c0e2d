package energy.sem.gateway.intake;

import energy.sem.gateway.publish.NotSafeException;

/** A telegram has no time of its own that is believed, and this computer none to give it. */
public final class NoTimeYetException extends NotSafeException {
    private static final long serialVersionUID = 1L;

    NoTimeYetException() {
        super("this computer does not know the time yet, and the telegram has none");
    }
}
