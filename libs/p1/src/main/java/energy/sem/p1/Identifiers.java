package energy.sem.p1;

import java.nio.charset.StandardCharsets;

/**
 * Reads equipment identifiers: hexadecimal octets where they give printable ASCII (P1-502 6.5), else as written, as some
 * meters send them. What pads them is no part of them: spaces, zero octets and octets of 0xFF on either side.
 */
final class Identifiers {

    private static final int EAN_DIGITS = 18;

    /** A number that is written as it is has fewer digits than so many octets; its zeros are its own. */
    private static final int LEAST_PADDED_OCTETS = 9;

    private Identifiers() {}

    /** The identifier; null when it names nothing: padding or zeros only. */
    static String read(byte[] bytes, int from, int to) {
        String octets = octets(bytes, from, to);
        if (octets != null && (octets.length() >= LEAST_PADDED_OCTETS || isMemory(octets))) {
            octets = trimmed(octets);
        }
        String text = trimmed(isPrintable(octets) ? octets : latin1(bytes, from, to));
        return isZeros(text) || isMemoryInText(text) ? null : text;
    }

    /** The same for an EAN, which has eighteen digits (GSRN): zeros beyond those pad it. */
    static String ean(byte[] bytes, int from, int to) {
        String text = read(bytes, from, to);
        if (text == null || text.length() <= EAN_DIGITS || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return text;
        }
        int behind = text.length() - EAN_DIGITS;
        if (isZeros(text.substring(0, behind))) {
            return text.substring(behind);
        }
        return isZeros(text.substring(EAN_DIGITS)) ? text.substring(0, EAN_DIGITS) : text;
    }

    private static String octets(byte[] bytes, int from, int to) {
        int count = (to - from) / 2;
        if (2 * count != to - from) {
            return null;
        }
        byte[] octets = new byte[count];
        for (int i = 0; i < count; i++) {
            int octet = HexDigits.value(bytes[from + 2 * i]) << 4 | HexDigits.value(bytes[from + 2 * i + 1]);
            if (octet < 0) {
                return null;
            }
            octets[i] = (byte) octet;
        }
        return latin1(octets, 0, count);
    }

    private static String latin1(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** Without padding on either side. */
    static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && pads(text.charAt(from))) {
            from++;
        }
        while (to > from && pads(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** Without the memory never written that stands behind it. */
    static String withoutMemory(String text) {
        int to = text.length();
        while (to > 0 && (text.charAt(to - 1) == 0 || text.charAt(to - 1) == 0xFF)) {
            to--;
        }
        return text.substring(0, to);
    }

    private static boolean pads(char c) {
        return c == ' ' || c == 0 || c == 0xFF;
    }

    /** Whether it was never written: octets of 0xFF only. */
    private static boolean isMemory(String octets) {
        return octets.chars().allMatch(c -> c == 0xFF);
    }

    /** The same, written out: eight F or more. */
    private static boolean isMemoryInText(String text) {
        return text.length() >= 8 && text.chars().allMatch(c -> c == 'F' || c == 'f');
    }

    private static boolean isPrintable(String text) {
        return text != null && text.chars().allMatch(c -> c >= ' ' && c <= '~');
    }

    private static boolean isZeros(String text) {
        return text.chars().allMatch(c -> c == '0');
    }
}
