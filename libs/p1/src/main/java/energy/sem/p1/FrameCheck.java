package energy.sem.p1;

/** Decides whether collected bytes are a whole telegram, restoring line ends where that is what is wrong. */
final class FrameCheck {

    /** What stood behind the checksum. */
    enum LineEnd {
        CR_LF,
        LF,
        /** Something else, or nothing needed after four digits. */
        NONE,
        END_OF_INPUT
    }

    private static final byte[][] VERSION_OBJECTS = {
        {'1', '-', '3', ':', '0', '.', '2', '.', '8', '('}, {'0', '-', '0', ':', '9', '6', '.', '1', '.', '4', '('}
    };

    /** IEC 62056-21 6.3: three letters of the maker, then at least the baud rate character. */
    private static final int SHORTEST_IDENTIFICATION = 4;

    private final Frame frame = new Frame();
    private byte[] restored;
    private RejectCause cause;
    private String detail;

    /** The frame that passed last. */
    Frame frame() {
        return frame;
    }

    /** Why the one that failed last did. */
    RejectCause cause() {
        return cause;
    }

    String detail() {
        return detail;
    }

    /**
     * Checks {@code buffer[from..length)}, whose {@code !} stands at {@code bang}; sets {@link #frame()} or
     * {@link #cause()}.
     */
    boolean passes(byte[] buffer, int from, int bang, int length, LineEnd lineEnd) {
        return length == bang + 1
                ? passesWithoutCrc(buffer, from, bang, lineEnd)
                : passesWithCrc(buffer, from, bang, length, lineEnd);
    }

    private boolean passesWithCrc(byte[] buffer, int from, int bang, int length, LineEnd lineEnd) {
        int digits = length - bang - 1;
        if (digits < 4 && lineEnd == LineEnd.NONE) {
            return fails(RejectCause.TRUNCATED, "the telegram ends inside its CRC");
        }
        int written = 0;
        for (int i = bang + 1; i < length; i++) {
            written = written << 4 | HexDigits.value(buffer[i]);
        }
        int computed = Crc16.of(buffer, from, bang + 1 - from);
        if (computed == written) {
            frame.set(buffer, from, length - from, CrcState.VALID, false);
            return true;
        }
        for (LineEnds wrong : LineEnds.values()) {
            int restoredBang = restore(buffer, from, bang, wrong);
            if (restoredBang > 0 && Crc16.of(restored, 0, restoredBang + 1) == written) {
                System.arraycopy(buffer, bang + 1, restored, restoredBang + 1, digits);
                frame.set(restored, 0, restoredBang + 1 + digits, CrcState.VALID, true);
                return true;
            }
        }
        if (digits < 4 && lineEnd == LineEnd.END_OF_INPUT) {
            return fails(RejectCause.TRUNCATED, "the input ended inside the CRC");
        }
        return fails(RejectCause.CRC, String.format("the CRC is %04X but the telegram says %04X", computed, written));
    }

    private boolean passesWithoutCrc(byte[] buffer, int from, int bang, LineEnd lineEnd) {
        int begin = lastHeaderInside(buffer, bang);
        if (from == 0 && begin > 0) {
            return fails(RejectCause.TRUNCATED, "another telegram begins inside");
        }
        for (byte[] object : VERSION_OBJECTS) {
            if (hasLine(buffer, from, bang, object)) {
                return fails(
                        lineEnd == LineEnd.END_OF_INPUT ? RejectCause.TRUNCATED : RejectCause.CRC,
                        "the CRC is missing behind the !");
            }
        }
        int restoredBang = restore(buffer, from, bang, LineEnds.LF_ONLY);
        boolean lfOnly = restoredBang > 0;
        if (lineEnd == LineEnd.NONE || lineEnd == (lfOnly ? LineEnd.CR_LF : LineEnd.LF)) {
            return fails(RejectCause.CRC, "behind the ! stands neither a CRC nor the end of the line");
        }
        if (lfOnly) {
            frame.set(restored, 0, restoredBang + 1, CrcState.ABSENT, true);
        } else {
            frame.set(buffer, from, bang + 1 - from, CrcState.ABSENT, false);
        }
        return true;
    }

    private boolean fails(RejectCause why, String inWords) {
        cause = why;
        detail = inWords;
        return false;
    }

    /** How a terminal setting spoils CR LF. */
    private enum LineEnds {
        /** The CRs were dropped ({@code igncr}). */
        LF_ONLY,
        /** The CRs were made LFs ({@code icrnl}). */
        DOUBLED
    }

    /** Writes the telegram with CR LF into {@link #restored}; returns where its {@code !} is, or -1 if not applicable. */
    private int restore(byte[] buffer, int from, int bang, LineEnds wrong) {
        if (restored == null) {
            restored = new byte[Framer.MAX_FRAME_BYTES + 4];
        }
        int to = 0;
        boolean changed = false;
        for (int i = from; i <= bang; i++) {
            byte b = buffer[i];
            if (to + 2 > Framer.MAX_FRAME_BYTES) {
                return -1;
            }
            if (b == '\n' && (i == from || buffer[i - 1] != '\r')) {
                if (wrong == LineEnds.DOUBLED) {
                    if (buffer[++i] != '\n') {
                        return -1;
                    }
                }
                restored[to++] = '\r';
                changed = true;
            }
            restored[to++] = b;
        }
        return changed ? to - 1 : -1;
    }

    private static boolean hasLine(byte[] buffer, int from, int to, byte[] start) {
        for (int i = from + 1; i + start.length <= to; i++) {
            if (buffer[i - 1] == '\n' && matches(buffer, i, start)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(byte[] buffer, int at, byte[] what) {
        for (int i = 0; i < what.length; i++) {
            if (buffer[at + i] != what[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Where the last {@code /} stands, behind the first byte, that may begin a header line: printable characters, none
     * of {@code /!()}, up to a line end or the end of what is there. 0 if there is none.
     */
    static int lastHeaderInside(byte[] buffer, int to) {
        int lineEnd = to;
        for (int i = to - 1; i > 0; i--) {
            byte b = buffer[i];
            if (b == '/' && (lineEnd == to || lineEnd - i > SHORTEST_IDENTIFICATION)) {
                return i;
            }
            if (b == '\n' || b == '\r') {
                lineEnd = i;
            } else if (b < ' ' || b == 0x7F || b == '!' || b == '(' || b == ')' || b == '/') {
                lineEnd = -1;
            }
        }
        return 0;
    }
}
