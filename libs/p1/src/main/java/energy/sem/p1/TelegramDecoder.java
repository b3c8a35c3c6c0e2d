package energy.sem.p1;

/**
 * Decodes a telegram's bytes in a single pass over them. Stateless and thread-safe.
 *
 * <p>Strict about values, lenient about the rest: lines come in any order; a line of unknown meaning, or whose value
 * does not read, is kept as text (the latter with a warning) and costs nothing else. A telegram is refused only when it
 * is none at all, or when it has no CRC and a line in it is damaged.
 */
public final class TelegramDecoder {

    private static final int MOST_BEHIND_BANG = 6;

    private TelegramDecoder() {}

    /**
     * Decodes a framed and checked telegram. A {@link TelegramReader} does it with a fifth of the memory, because it keeps
     * what does not change from one telegram to the next.
     *
     * @throws TelegramFormatException when it is not a P1 telegram
     */
    public static Telegram decode(Frame frame) {
        return decode(frame, new TelegramParser());
    }

    /** The same with a parser that is used again. */
    static Telegram decode(Frame frame, TelegramParser parser) {
        int bang = bang(frame.array(), frame.offset(), frame.length());
        return parser.parse(frame.array(), frame.offset(), bang, frame.crc(), frame.repaired());
    }

    /**
     * Decodes a telegram that begins at {@code from} with its {@code /} and ends with {@code !}, checksum or not, line
     * end or not. A checksum is not compared ({@link CrcState#UNCHECKED}); use a {@link TelegramReader} for bytes that
     * came over a line.
     *
     * @throws TelegramFormatException when it is not a P1 telegram
     */
    public static Telegram decode(byte[] bytes, int from, int length) {
        if (length < 1 || bytes[from] != '/') {
            throw new TelegramFormatException("the telegram does not begin with /");
        }
        int bang = bang(bytes, from, length);
        boolean hasCrc = bang + 1 < from + length && HexDigits.value(bytes[bang + 1]) >= 0;
        CrcState crc = hasCrc ? CrcState.UNCHECKED : CrcState.ABSENT;
        return new TelegramParser().parse(bytes, from, bang, crc, false);
    }

    private static int bang(byte[] bytes, int from, int length) {
        int last = from + length - 1;
        for (int i = last; i > from && i >= last - MOST_BEHIND_BANG; i--) {
            if (bytes[i] == '!') {
                return i;
            }
        }
        throw new TelegramFormatException("the telegram does not end with ! and its CRC");
    }
}
