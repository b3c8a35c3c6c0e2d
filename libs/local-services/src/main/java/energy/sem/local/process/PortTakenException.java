package energy.sem.local.process;

import java.util.Locale;

import energy.sem.local.LocalServiceException;

/** A program ended because a port it wanted to listen on was taken. */
public final class PortTakenException extends LocalServiceException {
    private static final long serialVersionUID = 1L;

    PortTakenException(String message) {
        super(message);
    }

    /** Whether a line of a program's log is the system's word for a taken port (EADDRINUSE), or Quarkus' own. */
    static boolean isMeantBy(String complaint) {
        String lower = complaint.toLowerCase(Locale.ROOT);
        return lower.contains("address already in use") || lower.contains("seems to be in use by another process");
    }
}
