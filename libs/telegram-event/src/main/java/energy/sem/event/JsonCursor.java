package energy.sem.event;

import java.time.Instant;
import java.util.Arrays;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * Goes over JSON in the form in which {@link EventJson} writes it: no white space, fields in one order, strings without
 * escapes where it reads them itself. What is not of this form ends in {@link UnusualFormException}. Not thread-safe.
 */
final class JsonCursor {
    /** So many digits always fit into 64 bits. */
    private static final int MOST_DIGITS = 18;

    private static final int LONGEST_INSTANT = "2026-11-22T10:15:00.000Z".length();

    private final byte[] json;
    private int position;
    private boolean atFirstField;

    JsonCursor(byte[] json) {
        this.json = json;
    }

    /** A field's name as it stands in the JSON, for {@link #isAt}. */
    static byte[] name(String name) {
        return ('"' + name + "\":").getBytes(ISO_8859_1);
    }

    /** Goes over this character. */
    void expect(char character) throws UnusualFormException {
        if (position == json.length || json[position] != character) {
            throw new UnusualFormException();
        }
        position++;
    }

    /** Goes over this character if it is here. */
    boolean has(char character) {
        if (position < json.length && json[position] == character) {
            position++;
            return true;
        }
        return false;
    }

    /** Goes into an object. */
    void begin() throws UnusualFormException {
        expect('{');
        atFirstField = true;
    }

    /** Goes out of an object. */
    void end() throws UnusualFormException {
        expect('}');
        atFirstField = false;
    }

    /** Goes over this text if it is here. */
    boolean has(byte[] text) {
        int after = position + text.length;
        if (after > json.length || !Arrays.equals(json, position, after, text, 0, text.length)) {
            return false;
        }
        position = after;
        return true;
    }

    /** Goes over the name of this field, and the comma before it, if this is the object's next field. */
    boolean isAt(byte[] name) {
        int before = position;
        if (!atFirstField && !has(',')) {
            return false;
        }
        if (!has(name)) {
            position = before;
            return false;
        }
        atFirstField = false;
        return true;
    }

    /** Goes over the name of this field, which must be the object's next one. */
    void expect(byte[] name) throws UnusualFormException {
        if (!isAt(name)) {
            throw new UnusualFormException();
        }
    }

    /** The integer that begins here. */
    long number() throws UnusualFormException {
        boolean negative = has('-');
        int from = position;
        long number = 0;
        while (position < json.length && json[position] >= '0' && json[position] <= '9') {
            number = number * 10 + json[position] - '0';
            position++;
        }
        int digits = position - from;
        if (digits == 0 || digits > MOST_DIGITS || (digits > 1 && json[from] == '0')) {
            throw new UnusualFormException();
        }
        return negative ? -number : number;
    }

    /** The integer of 32 bits that begins here. */
    int intNumber() throws UnusualFormException {
        long number = number();
        if (number != (int) number) {
            throw new UnusualFormException();
        }
        return (int) number;
    }

    /** The string of printable ASCII that begins here. */
    String text() throws UnusualFormException {
        expect('"');
        int from = position;
        while (position < json.length && json[position] != '"') {
            if (json[position] < ' ' || json[position] == '\\') {
                throw new UnusualFormException();
            }
            position++;
        }
        String text = new String(json, from, position - from, ISO_8859_1);
        expect('"');
        return text;
    }

    /** The instant that begins here. */
    Instant instant() throws UnusualFormException {
        int from = position + 1;
        expect('"');
        while (position < json.length && position - from <= LONGEST_INSTANT && json[position] != '"') {
            position++;
        }
        Instant instant = InstantText.read(new String(json, from, position - from, ISO_8859_1));
        expect('"');
        if (instant == null) {
            throw new UnusualFormException();
        }
        return instant;
    }

    /** The bytes of the value that begins here, whatever it is; goes over it. Not every wrong one is noticed. */
    byte[] value() throws UnusualFormException {
        int from = position;
        int depth = 0;
        boolean inString = false;
        do {
            if (position == json.length) {
                throw new UnusualFormException();
            }
            byte character = json[position++];
            if (inString) {
                if (character == '\\') {
                    position = Math.min(position + 1, json.length);
                }
                inString = character != '"';
            } else if (character == '"') {
                inString = true;
            } else if (character == '[' || character == '{') {
                depth++;
            } else if (character == ']' || character == '}') {
                depth--;
            }
        } while (depth > 0 || inString || (depth == 0 && !isDelimiter()));
        return Arrays.copyOfRange(json, from, position);
    }

    /** Fails unless everything was read. */
    void expectEnd() throws UnusualFormException {
        if (position != json.length) {
            throw new UnusualFormException();
        }
    }

    private boolean isDelimiter() {
        return position < json.length && (json[position] == ',' || json[position] == '}' || json[position] == ']');
    }

    /** The JSON may be right and is not in the one form that is read here. */
    static final class UnusualFormException extends Exception {
        private static final long serialVersionUID = 1;

        /** Without a stack trace: it says where to go on and nothing else. */
        UnusualFormException() {
            super("not in the usual form", null, false, false);
        }
    }
}
