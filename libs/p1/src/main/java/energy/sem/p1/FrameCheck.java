package energy.sem.p1;

import java.util.Arrays;
import java.util.List;

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

    private static final List<Checksum> OTHERS = Arrays.stream(Checksum.values())
            .filter(c -> c != Checksum.ARC && c != Checksum.ZEROS)
            .toList();

    /** How many of them stand where a checksum should. */
    private static final int ZEROS = 4;

    private final MeterChecksum checksum;
    private final Frame frame = new Frame();
    private byte[] restored;
    private RejectCause cause;
    private String detail;
    private boolean whole;

    /** The checksum that the frame looked at has, believed or not. */
    private Checksum fits;

    FrameCheck(MeterChecksum checksum) {
        this.checksum = checksum;
    }

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

    /** Whether nothing but its checksum spoke against it. */
    boolean wasWhole() {
        return whole;
    }

    /** Whether it failed although it has a checksum, of another kind than this meter's. */
    boolean isJudged() {
        return fits != null;
    }

    /**
     * Checks {@code buffer[from..length)}, whose {@code !} stands at {@code bang}; sets {@link #frame()} or
     * {@link #cause()}.
     */
    boolean passes(byte[] buffer, int from, int bang, int length, LineEnd lineEnd) {
        whole = false;
        fits = null;
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
        if (computed == written && checksum.believes(Checksum.ARC, computed)) {
            frame.set(buffer, from, length - from, CrcState.VALID, false);
            return true;
        }
        return passesOddly(buffer, from, bang, length, written, computed)
                || failsCrc(digits, lineEnd, written, computed);
    }

    /** With line ends restored, with another checksum that the meter is known to send, with both. */
    private boolean passesOddly(byte[] buffer, int from, int bang, int length, int written, int computed) {
        whole = WellFormed.is(buffer, from, bang);
        fits = computed == written ? Checksum.ARC : null;
        for (LineEnds wrong : LineEnds.values()) {
            int to = fits == null ? wrong.restore(buffer, from, bang, restored()) : -1;
            if (to > 0 && Crc16.of(restored, 0, to + 1) == written) {
                fits = Checksum.ARC;
                if (checksum.believes(fits, computed)) {
                    return repaired(buffer, bang, length, to);
                }
            }
        }
        if (fits == null && whole) {
            fits = other(buffer, from, bang, length, written);
            if (fits != null && checksum.believes(fits, computed)) {
                frame.set(buffer, from, length - from, state(fits), false);
                return true;
            }
        }
        for (LineEnds wrong : LineEnds.values()) {
            int to = fits == null && whole ? wrong.restore(buffer, from, bang, restored()) : -1;
            fits = to > 0 ? other(restored, 0, to, to, written) : fits;
            if (to > 0 && fits != null && checksum.believes(fits, computed)) {
                return repaired(buffer, bang, length, to);
            }
        }
        return false;
    }

    private boolean repaired(byte[] buffer, int bang, int length, int to) {
        System.arraycopy(buffer, bang + 1, restored, to + 1, length - bang - 1);
        frame.set(restored, 0, to + length - bang, state(fits), true);
        return true;
    }

    private static CrcState state(Checksum fits) {
        return switch (fits) {
            case ARC -> CrcState.VALID;
            case ZEROS -> CrcState.ABSENT;
            default -> CrcState.OTHER;
        };
    }

    /** Which checksum but the standard's the telegram has; null if none that is known. */
    private static Checksum other(byte[] buffer, int from, int bang, int length, int written) {
        for (Checksum each : OTHERS) {
            if (each.of(buffer, from, bang + 1 - from) == written) {
                return each;
            }
        }
        boolean zeros = written == 0 && length - bang - 1 == ZEROS;
        return zeros && !FrameLines.saysVersion(buffer, from, bang) ? Checksum.ZEROS : null;
    }

    private boolean failsCrc(int digits, LineEnd lineEnd, int written, int computed) {
        if (fits == null) {
            checksum.damaged();
        }
        if (digits < 4 && lineEnd == LineEnd.END_OF_INPUT) {
            return fails(RejectCause.TRUNCATED, "the input ended inside the CRC");
        }
        if (fits == null) {
            return fails(
                    RejectCause.CRC, String.format("the CRC is %04X but the telegram says %04X", computed, written));
        }
        String known = checksum.believed().map(b -> "has been " + b.words()).orElse("is not known yet");
        return fails(
                RejectCause.CRC,
                "its checksum is " + fits.words() + " and this meter's " + known + ": " + MeterChecksum.IN_A_ROW
                        + " different telegrams in a row with it settle that");
    }

    private boolean passesWithoutCrc(byte[] buffer, int from, int bang, LineEnd lineEnd) {
        int begin = FrameLines.lastHeaderInside(buffer, bang);
        if (from == 0 && begin > 0) {
            return fails(RejectCause.TRUNCATED, "another telegram begins inside");
        }
        if (FrameLines.saysVersion(buffer, from, bang)) {
            return fails(
                    lineEnd == LineEnd.END_OF_INPUT ? RejectCause.TRUNCATED : RejectCause.CRC,
                    "the CRC is missing behind the !");
        }
        int restoredBang = LineEnds.LF_ONLY.restore(buffer, from, bang, restored());
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

    private byte[] restored() {
        restored = restored == null ? new byte[Framer.MAX_FRAME_BYTES + 4] : restored;
        return restored;
    }

    private boolean fails(RejectCause why, String inWords) {
        cause = why;
        detail = inWords;
        return false;
    }
}
