package energy.sem.p1;

import java.nio.charset.StandardCharsets;

/**
 * A position in a telegram's bytes, and the readers of what stands there. A reader that returns false leaves the position
 * undefined; the caller goes back to where it was. No reader goes beyond {@code end}, where a {@code !} stands, because
 * none takes a {@code !}.
 */
final class ByteCursor {

    private static final int LONGEST_SHORT_TEXT = 64;

    byte[] bytes;
    int end;
    int at;

    /** The text read last: from, to. */
    int textFrom;

    int textTo;

    private final byte[] octets = new byte[LONGEST_SHORT_TEXT];

    /** Begins with another telegram, whose {@code !} stands at {@code end}. */
    void begin(byte[] bytes, int at, int end) {
        this.bytes = bytes;
        this.at = at;
        this.end = end;
    }

    /** Goes to the next byte that is not a line end; false at the end of the telegram. */
    boolean nextLine() {
        int i = at;
        if (i + 2 < end && bytes[i] == '\r' && bytes[i + 1] == '\n' && bytes[i + 2] > '\r') {
            at = i + 2;
            return true;
        }
        while (i < end && (bytes[i] == '\r' || bytes[i] == '\n')) {
            i++;
        }
        at = i;
        return i < end;
    }

    void skipLine() {
        while (at < end && bytes[at] != '\r' && bytes[at] != '\n') {
            at++;
        }
    }

    /** Whether a group begins here. */
    boolean hasGroup() {
        return bytes[at] == '(';
    }

    /** Goes to a group that begins the next line (DSMR 2.2 and 3 write some values so); false if there is none. */
    boolean groupOnNextLine() {
        int i = at;
        while (i < end && (bytes[i] == '\r' || bytes[i] == '\n')) {
            i++;
        }
        boolean found = i > at && bytes[i] == '(';
        at = found ? i : at;
        return found;
    }

    /** Whether the line ends here. */
    boolean lineEnds() {
        return bytes[at] == '\r' || bytes[at] == '\n' || at >= end;
    }

    /** Reads any group: no line end, no bracket, no {@code !} in it. */
    boolean group() {
        if (!hasGroup()) {
            return false;
        }
        int i = at + 1;
        textFrom = i;
        while (i < end && bytes[i] != ')') {
            if (bytes[i] == '\r' || bytes[i] == '\n' || bytes[i] == '(') {
                return false;
            }
            i++;
        }
        if (i >= end) {
            return false;
        }
        textTo = i;
        at = i + 1;
        return true;
    }

    /** The text of the group read last, as written. */
    String text() {
        return text(textFrom, textTo);
    }

    String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** Whether the group read last is exactly this ASCII text. */
    boolean textIs(String what) {
        return textTo - textFrom == what.length() && textStartsWith(what);
    }

    /** Whether the group read last begins with this ASCII text. */
    boolean textStartsWith(String what) {
        if (textTo - textFrom < what.length()) {
            return false;
        }
        for (int i = 0; i < what.length(); i++) {
            if (bytes[textFrom + i] != what.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The group read last as octets written in hexadecimal (P1-502 6.5); null if it is not that. */
    String octets() {
        return octets(0, 0xFF);
    }

    /** The same; null also if one of the octets is not between the two given. */
    String octets(int least, int most) {
        int length = textTo - textFrom;
        if ((length & 1) != 0) {
            return null;
        }
        int count = length >> 1;
        byte[] into = count <= LONGEST_SHORT_TEXT ? octets : new byte[count];
        for (int i = 0, from = textFrom; i < count; i++, from += 2) {
            int octet = HexDigits.value(bytes[from]) << 4 | HexDigits.value(bytes[from + 1]);
            if (octet < least || octet > most) {
                return null;
            }
            into[i] = (byte) octet;
        }
        return count == 0 ? "" : new String(into, 0, count, StandardCharsets.ISO_8859_1);
    }
}
