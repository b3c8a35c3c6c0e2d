package energy.sem.p1;

/** The bytes are not a P1 telegram; the message says what is wrong and where. */
public final class TelegramFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TelegramFormatException(String message) {
        super(message);
    }
}
