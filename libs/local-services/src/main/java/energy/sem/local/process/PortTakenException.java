package energy.sem.local.process;

import java.util.Locale;

import energy.sem.local.LocalServiceException;

/** A program ended because a port it wanted to listen on was taken. */
public final class PortTakenException extends LocalServiceException {
    private static final long serialVersionUID = 1L;

    PortTakenException(String message) {
        super(message);
    }

    /** Whether a program's last complaint is the system's word for a taken port (EADDRINUSE). */
    static boolean isMeantBy(String complaint) {
        return complaint.toLowerCase(Locale.ROOT).contains("address already in use");
    }
}
