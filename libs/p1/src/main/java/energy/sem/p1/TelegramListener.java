package energy.sem.p1;

/** Receives what a {@link TelegramReader} reads, in the order of the stream, on the thread that feeds it. */
public interface TelegramListener {

    /**
     * A whole, checked and decoded telegram.
     *
     * @param telegram the values
     * @param frame its bytes; valid only during this call
     */
    void telegram(Telegram telegram, Frame frame);

    /** A piece that began like a telegram and is none, or (cause {@code FORMAT}) one that cannot be decoded. */
    void rejected(RejectedFrame rejected);
}
