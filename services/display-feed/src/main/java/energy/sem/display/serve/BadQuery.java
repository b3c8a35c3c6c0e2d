package energy.sem.display.serve;

import java.util.Optional;

import energy.sem.display.format.Encoding;

/** A request that cannot be understood. The message says what there is instead. */
final class BadQuery extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Encoding encoding;

    private BadQuery(int status, Encoding encoding, String message) {
        super(message, null, false, false);
        this.status = status;
        this.encoding = encoding;
    }

    /** 404: nothing is at this address. */
    static BadQuery notFound(String message) {
        return new BadQuery(404, null, message);
    }

    /** 400: a parameter is wrong. */
    static BadQuery wrong(String message) {
        return new BadQuery(400, null, message);
    }

    /** The same, when a picture can be sent. */
    BadQuery in(Encoding known) {
        return new BadQuery(status, known, getMessage());
    }

    int status() {
        return status;
    }

    /** The encoding in which the device can be shown a picture all the same. */
    Optional<Encoding> encoding() {
        return status == 400 ? Optional.ofNullable(encoding) : Optional.empty();
    }
}
