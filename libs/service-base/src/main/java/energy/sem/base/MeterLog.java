package energy.sem.base;

import org.jboss.logging.MDC;

/** Log lines about one meter: JSON logs have its name as the field {@code mdc.meter}, to filter by. Thread-safe. */
public final class MeterLog {
    private static final String FIELD = "meter";

    private MeterLog() {}

    /** Runs what writes log lines about a meter, on this thread. */
    public static void about(String meter, Runnable logging) {
        Object before = MDC.get(FIELD);
        MDC.put(FIELD, meter);
        try {
            logging.run();
        } finally {
            if (before == null) {
                MDC.remove(FIELD);
            } else {
                MDC.put(FIELD, before);
            }
        }
    }
}
