package energy.sem.files;

import java.io.IOException;

/** A file cannot be read at all. The message is a sentence for people that says what to do; it holds nothing of the content. */
public class HistoryFileException extends IOException {
    private static final long serialVersionUID = 1L;

    public HistoryFileException(String message) {
        super(message);
    }

    public HistoryFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
