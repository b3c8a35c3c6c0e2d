package energy.sem.p1;

/**
 * Reads telegrams from a stream: a {@link Framer} and the {@link TelegramDecoder} in one. The listener hears the same
 * however the stream is split. Not thread-safe: one reader for one stream.
 */
public final class TelegramReader {

    private final TelegramParser parser = new TelegramParser();
    private final Framer framer;
    private long formatRejections;

    /** A reader of a meter that nothing is known of. */
    public TelegramReader(TelegramListener listener) {
        this(new MeterChecksum(), listener);
    }

    /** A reader of the meter that sends this checksum; what is learned of it is for its next reader too. */
    public TelegramReader(MeterChecksum checksum, TelegramListener listener) {
        FrameListener decoding = new FrameListener() {
            @Override
            public void frame(Frame frame) {
                Telegram telegram;
                try {
                    telegram = TelegramDecoder.decode(frame, parser);
                } catch (TelegramFormatException e) {
                    formatRejections++;
                    listener.rejected(new RejectedFrame(frame.toBytes(), RejectCause.FORMAT, e.getMessage()));
                    return;
                }
                listener.telegram(telegram, frame);
            }

            @Override
            public void rejected(RejectedFrame rejected) {
                listener.rejected(rejected);
            }
        };
        framer = new Framer(decoding, checksum);
    }

    /** Takes the next bytes of the stream. */
    public void feed(byte[] bytes) {
        framer.feed(bytes, 0, bytes.length);
    }

    /** Takes the next {@code count} bytes of the stream, from {@code from}. */
    public void feed(byte[] bytes, int from, int count) {
        framer.feed(bytes, from, count);
    }

    /** Drops what is being collected, see {@link Framer#discardUnlessText()}. */
    void discardUnlessText() {
        framer.discardUnlessText();
    }

    /** Says that the input ends here, see {@link Framer#end()}. */
    public void end() {
        framer.end();
    }

    /** How many telegrams were read. */
    public long telegrams() {
        return framer.frames() - formatRejections;
    }

    /** How many pieces were rejected, for any cause. */
    public long rejected() {
        return framer.rejected() + formatRejections;
    }

    /** How many frames had their line ends restored. */
    public long repaired() {
        return framer.repaired();
    }

    /** How many bytes other than line ends belonged to no piece at all; grows fast when the line's speed is wrong. */
    public long skippedBytes() {
        return framer.skippedBytes();
    }
}
