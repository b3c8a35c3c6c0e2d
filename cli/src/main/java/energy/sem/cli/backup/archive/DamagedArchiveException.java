package energy.sem.cli.backup.archive;

import java.io.IOException;

/** A file that is no backup, is not whole, was changed, or does not open with this passphrase; the message says which. */
public final class DamagedArchiveException extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedArchiveException(String message) {
        super(message);
    }

    DamagedArchiveException(String message, Throwable cause) {
        super(message, cause);
    }
}
