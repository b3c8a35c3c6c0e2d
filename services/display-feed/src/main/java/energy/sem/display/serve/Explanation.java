package energy.sem.display.serve;

import energy.sem.display.view.Fault;
import energy.sem.display.view.View;

/** What a monitor is told instead of a picture that says so. */
final class Explanation {
    private Explanation() {}

    static String detail(View view) {
        return switch (view.status()) {
            case OK -> throw new IllegalArgumentException("nothing is wrong with " + view);
            case STALE ->
                "No readings of " + view.subject().meter() + " since "
                        + view.state().staleSince() + ": look at the meter-gateway's /api/v1/meters.";
            case NO_DATA ->
                "There are no " + view.subject().utility().code() + " readings of this "
                        + view.subject().period().code() + ".";
            case STARTING -> "The service has not heard from history yet: try again in a moment.";
            case ERROR -> fault(view.state().fault(), view.subject().meter());
        };
    }

    private static String fault(Fault fault, String meter) {
        return switch (fault) {
            case HISTORY_UNREACHABLE -> "History does not answer: check that it runs, and sem.history.url.";
            case HISTORY_REFUSES -> "History wants a read key: set sem.history.key to one of its sem.read-keys.";
            case UNKNOWN_METER -> "There is no meter \"" + meter + "\": /display/status lists them.";
            case BAD_REQUEST -> "The address cannot be understood.";
            case INTERNAL -> "This is a fault of SEM: the service's log has the details.";
        };
    }
}
