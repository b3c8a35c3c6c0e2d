package energy.sem.p1;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Notes the lines of registers and momentary values that are on a channel (the B of their code) other than 0, as in
 * Switzerland, where the metering code numbers them from 1: {@code 1-1:1.8.1}. Of a meter that has none on channel 0 they
 * are the ones, those of the lowest channel, each {@link Kind} by itself; which it is shows when all lines were read.
 */
final class OtherChannels {

    /** What belongs together: all of it is taken of one channel. */
    enum Kind {
        ACTIVE_ENERGY,
        OTHER_ENERGY,
        POWER,
        VOLTAGE_AND_CURRENT
    }

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
    int readAs(int index, Set<Kind> onChannel0) {
        int code = codes[index];
        Kind kind = kind(code);
        boolean taken = onChannel0.contains(kind);
        boolean lowest =
                Arrays.stream(codes, 0, count).allMatch(other -> kind(other) != kind || Obis.b(other) >= Obis.b(code));
        return taken || !lowest ? Obis.NONE : Obis.withoutAB(code) | ELECTRICITY << 28;
    }

    /** What channel 0 has. */
    static Set<Kind> kinds(RegisterValues registers, Integer importW, Integer exportW, List<Phase> phases) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        registers.forEach(
                (register, value) -> kinds.add(register.direction() == null ? Kind.OTHER_ENERGY : Kind.ACTIVE_ENERGY));
        if (importW != null || exportW != null) {
            kinds.add(Kind.POWER);
        }
        for (Phase phase : phases) {
            if (phase.importW() != null || phase.exportW() != null) {
                kinds.add(Kind.POWER);
            }
            if (phase.voltageDeciV() != null || phase.currentCentiA() != null) {
                kinds.add(Kind.VOLTAGE_AND_CURRENT);
            }
        }
        return kinds;
    }

    private static Kind kind(int code) {
        int c = Obis.c(code);
        if (d(code) == REGISTER) {
            return c == 1 || c == 2 ? Kind.ACTIVE_ENERGY : Kind.OTHER_ENERGY;
        }
        return c > 20 && (c % 20 == 11 || c % 20 == 12) ? Kind.VOLTAGE_AND_CURRENT : Kind.POWER;
    }

    private static int d(int code) {
        return code >>> 8 & 0xFF;
    }
}
