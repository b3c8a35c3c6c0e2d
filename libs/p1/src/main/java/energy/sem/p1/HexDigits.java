package energy.sem.p1;

import java.util.Arrays;

/** Hexadecimal digits in either case. */
final class HexDigits {

    private static final byte[] VALUES = new byte[256];

    static {
        Arrays.fill(VALUES, (byte) -1);
        for (int i = 0; i < 16; i++) {
            VALUES[Character.forDigit(i, 16)] = (byte) i;
            VALUES[Character.toUpperCase(Character.forDigit(i, 16))] = (byte) i;
        }
    }

    private HexDigits() {}

    /** The value of a digit, or -1. */
    static int value(byte digit) {
        return VALUES[digit & 0xFF];
    }
}
