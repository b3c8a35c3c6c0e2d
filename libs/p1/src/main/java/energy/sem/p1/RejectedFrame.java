package energy.sem.p1;

/** A piece of the stream that began like a telegram and is none, with its bytes as they came. */
public final class RejectedFrame {

    private final byte[] bytes;
    private final RejectCause cause;
    private final String detail;
    private final boolean whole;

    /** Takes over {@code bytes}; at most {@link Framer#MAX_FRAME_BYTES} of them. */
    public RejectedFrame(byte[] bytes, RejectCause cause, String detail) {
        this(bytes, cause, detail, false);
    }

    RejectedFrame(byte[] bytes, RejectCause cause, String detail, boolean whole) {
        this.bytes = bytes;
        this.cause = cause;
        this.detail = detail;
        this.whole = whole;
    }

    /** The bytes as they came (of an oversize one: the first). A copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Why. */
    public RejectCause cause() {
        return cause;
    }

    /** Why, in a sentence for a person, such as {@code the CRC is 7BE2 but the telegram says 0000}. */
    public String detail() {
        return detail;
    }

    /**
     * Whether nothing but the checksum speaks against it: a header and whole objects. A damaged line shows otherwise in
     * most telegrams; a checksum that this library does not know leaves each of them whole.
     */
    public boolean isWhole() {
        return whole;
    }

    @Override
    public String toString() {
        return cause.word() + ": " + detail + " (" + bytes.length + " bytes)";
    }
}
