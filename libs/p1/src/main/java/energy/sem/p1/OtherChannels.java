package energy.sem.p1;

import java.util.Arrays;

/**
 * Notes the lines of registers and momentary values that are on a channel (the B of their code) other than 0, as in
 * Switzerland, where the metering code numbers them from 1: {@code 1-1:1.8.1}. Of a meter that has none on channel 0 they
 * are the ones, those of the lowest channel; which it is shows when all lines were read.
 */
final class OtherChannels {

    private static final int ELECTRICITY = 1;
    private static final int MOMENTARY = 7;
    private static final int REGISTER = 8;
    private static final int MOST = 128;

    private final int[] lines = new int[MOST];
    private final int[] codes = new int[MOST];
    private final int[] othersBefore = new int[MOST];
    private int count;

    /** Forgets everything, for another telegram. */
    void reset() {
        count = 0;
    }

    /** Whether a line of this code is to be noted. */
    boolean concern(int code) {
        int what = d(code);
        return Obis.a(code) == ELECTRICITY
                && Obis.b(code) != 0
                && (what == MOMENTARY || what == REGISTER)
                && count < MOST;
    }

    /**
     * Notes a line.
     *
     * @param line where it begins
     * @param others how many objects before it are kept as text
     */
    void note(int line, int code, int others) {
        lines[count] = line;
        codes[count] = code;
        othersBefore[count] = others;
        count++;
    }

    int count() {
        return count;
    }

    int line(int index) {
        return lines[index];
    }

    int othersBefore(int index) {
        return othersBefore[index];
    }

    /** The code on channel 0 that the line is read as; {@link Obis#NONE} if channel 0 or a lower one has such. */
    int readAs(int index, boolean hasRegisters, boolean hasMomentary) {
        int code = codes[index];
        boolean taken = d(code) == REGISTER ? hasRegisters : hasMomentary;
        boolean lowest =
                Arrays.stream(codes, 0, count).allMatch(other -> d(other) != d(code) || Obis.b(other) >= Obis.b(code));
        return taken || !lowest ? Obis.NONE : Obis.withoutAB(code) | ELECTRICITY << 28;
    }

    private static int d(int code) {
        return code >>> 8 & 0xFF;
    }
}
