package energy.sem.history.cost;

/** Whether a meter's contracts stand in a file: then its bill alone says what something costs. */
public interface BilledElsewhere {
    /** Nothing does. */
    BilledElsewhere NEVER = meter -> false;

    boolean holds(String meter);
}
