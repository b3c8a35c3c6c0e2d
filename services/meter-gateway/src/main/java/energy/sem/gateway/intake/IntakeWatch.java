package energy.sem.gateway.intake;

/** Hears which meters there are. Told on one thread at a time, each meter's end before its next beginning. */
public interface IntakeWatch {

    /** There is this meter now. */
    void began(Intake intake);

    /** There is no longer, or it is read otherwise from now on. */
    void ended(Intake intake);
}
