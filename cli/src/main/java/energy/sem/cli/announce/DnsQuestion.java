package energy.sem.cli.announce;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * One question of a DNS message.
 *
 * @param name with dots, without one at its end
 * @param type of the record that is asked for
 */
record DnsQuestion(String name, int type) {
    private static final int HEAD = 12;
    /** Names may point back into the message; a message of a home's network has far fewer steps. */
    private static final int MOST_STEPS = 64;

    /** The number by which a simple resolver knows its answer. */
    static int idOf(byte[] message) {
        return two(message, 0);
    }

    /** All questions; none when the message is an answer, or cannot be read. */
    static List<DnsQuestion> allOf(byte[] message, int length) {
        List<DnsQuestion> questions = new ArrayList<>();
        if (length < HEAD || (message[2] & 0x80) != 0) {
            return questions;
        }
        int at = HEAD;
        for (int count = two(message, 4); count > 0; count--) {
            StringJoiner name = new StringJoiner(".");
            at = readName(message, length, at, name);
            if (at < 0 || at + 4 > length) {
                return questions;
            }
            questions.add(new DnsQuestion(name.toString(), two(message, at)));
            at += 4;
        }
        return questions;
    }

    /** @return where what follows the name begins; negative when it is broken */
    private static int readName(byte[] message, int length, int start, StringJoiner name) {
        int at = start;
        int after = -1;
        for (int step = 0; step < MOST_STEPS && at < length; step++) {
            int size = message[at] & 0xFF;
            if (size == 0) {
                return after < 0 ? at + 1 : after;
            }
            if (size >= 0xC0) {
                if (at + 1 >= length) {
                    return -1;
                }
                after = after < 0 ? at + 2 : after;
                at = two(message, at) & 0x3FFF;
            } else {
                if (at + 1 + size > length) {
                    return -1;
                }
                name.add(new String(message, at + 1, size, StandardCharsets.UTF_8));
                at += 1 + size;
            }
        }
        return -1;
    }

    private static int two(byte[] message, int at) {
        return ((message[at] & 0xFF) << 8) | (message[at + 1] & 0xFF);
    }
}
