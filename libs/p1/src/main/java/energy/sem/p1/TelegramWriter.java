package energy.sem.p1;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;

/** Builds a telegram's bytes object by object. Used once. */
final class TelegramWriter {

    private static final String NEVER = "632525252525W";
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_DIGITS = 20;

    /** The day of 1970 as two digits tell it. */
    private static final LocalDate CLOCK_NEVER_SET = LocalDate.of(2070, 1, 1);

    private byte[] bytes = new byte[1536];
    private int length;

    void header(String identification) {
        put('/');
        text(identification, "!\r\n");
        newLine();
        newLine();
    }

    /** Begins an object. */
    TelegramWriter code(String code) {
        text(code, "()/!\r\n");
        return this;
    }

    /** A group with a text as it is. */
    TelegramWriter group(String text) {
        put('(');
        text(text, "()!\r\n");
        put(')');
        return this;
    }

    /** A group with a text as hexadecimal octets. */
    TelegramWriter octets(String text) {
        put('(');
        for (int i = 0; i < text.length(); i++) {
            int c = latin1(text.charAt(i));
            put(HEX[c >> 4]);
            put(HEX[c & 0xF]);
        }
        put(')');
        return this;
    }

    /** A group with a time; null is "never read". */
    TelegramWriter time(P1Time time) {
        if (time == null) {
            return group(NEVER);
        }
        LocalDateTime local = time.local();
        boolean readAsNever = local.toLocalDate().equals(CLOCK_NEVER_SET);
        if (readAsNever || local.getYear() < 2000 || local.getYear() > 2099) {
            throw new IllegalArgumentException("a telegram cannot carry the time " + local);
        }
        put('(');
        digits(local.getYear() - 2000, 2);
        digits(local.getMonthValue(), 2);
        digits(local.getDayOfMonth(), 2);
        digits(local.getHour(), 2);
        digits(local.getMinute(), 2);
        digits(local.getSecond(), 2);
        if (time.suffix() != P1Time.Suffix.NONE) {
            put(time.suffix().name().charAt(0));
        }
        put(')');
        return this;
    }

    /** A group with a whole number of at least {@code width} digits. */
    TelegramWriter padded(long value, int width) {
        return decimal(value, width, 0, "");
    }

    /** A group with a number, its last {@code decimals} digits behind the point, and a unit with its {@code *}. */
    TelegramWriter decimal(long value, int wholeDigits, int decimals, String unit) {
        put('(');
        if (value < 0) {
            put('-');
        }
        long power = 1;
        for (int i = 0; i < decimals; i++) {
            power *= 10;
        }
        long magnitude = Math.abs(value);
        digits(magnitude / power, wholeDigits);
        if (decimals > 0) {
            put('.');
            digits(magnitude % power, decimals);
        }
        text(unit, "()!\r\n");
        put(')');
        return this;
    }

    void newLine() {
        put('\r');
        put('\n');
    }

    /** Ends an object. */
    void end() {
        newLine();
    }

    /** Writes the last line; the telegram. */
    byte[] finish(boolean withCrc) {
        put('!');
        if (withCrc) {
            int crc = Crc16.of(bytes, 0, length);
            for (int shift = 12; shift >= 0; shift -= 4) {
                put(HEX[crc >> shift & 0xF]);
            }
        }
        newLine();
        return Arrays.copyOf(bytes, length);
    }

    private void digits(long value, int width) {
        int count = width;
        long rest = value;
        for (int i = 0; i < width; i++) {
            rest /= 10;
        }
        for (; rest > 0; rest /= 10) {
            count++;
        }
        room(Math.max(count, MOST_DIGITS));
        rest = value;
        for (int i = length + count - 1; i >= length; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += count;
    }

    private void text(String text, String notAllowed) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (notAllowed.indexOf(c) >= 0) {
                throw new IllegalArgumentException(
                        "a telegram cannot carry the character " + (int) c + " in \"" + text + "\"");
            }
            put(latin1(c));
        }
    }

    private static int latin1(char c) {
        if (c > 0xFF) {
            throw new IllegalArgumentException("a telegram cannot carry the character " + (int) c);
        }
        return c;
    }

    private void put(int b) {
        room(1);
        bytes[length++] = (byte) b;
    }

    private void room(int count) {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length + count);
        }
    }
}
