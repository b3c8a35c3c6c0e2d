package energy.sem.files.reading;

/** A stream of something that was packed, and may have ended before its end. */
public interface EndsEarly {

    /** Whether it did, once it has ended. */
    boolean endsEarly();
}
