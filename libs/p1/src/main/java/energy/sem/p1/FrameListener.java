package energy.sem.p1;

/** Receives what a {@link Framer} finds, in the order of the stream, on the thread that feeds it. */
public interface FrameListener {

    /** A whole telegram. The frame is valid only during this call. */
    void frame(Frame frame);

    /** A piece that began like a telegram and is none. */
    void rejected(RejectedFrame rejected);
}
