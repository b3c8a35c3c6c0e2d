package energy.sem.event;

/** Numbers read from their ASCII digits, without a parser's generality. */
final class Digits {
    /** Whether the text begins with this form, in which {@code d} is any digit and all else is itself. */
    static boolean haveForm(String text, String form) {
        for (int i = 0; i < form.length(); i++) {
            char expected = form.charAt(i);
            if (expected == 'd' ? !areAll(text, i, i + 1) : text.charAt(i) != expected) {
                return false;
            }
        }
        return true;
    }

    static boolean areAll(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** The number that these digits are. */
    static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private Digits() {}
}
