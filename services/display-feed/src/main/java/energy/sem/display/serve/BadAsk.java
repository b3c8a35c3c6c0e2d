package energy.sem.display.serve;

import java.util.Optional;

import energy.sem.display.format.Form;

/** A request that cannot be understood. The message says what there is instead. */
final class BadAsk extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Form form;

    private BadAsk(int status, Form form, String message) {
        super(message, null, false, false);
        this.status = status;
        this.form = form;
    }

    /** 404: nothing is at this address. */
    static BadAsk notFound(String message) {
        return new BadAsk(404, null, message);
    }

    /** 400: a parameter is wrong. */
    static BadAsk wrong(String message) {
        return new BadAsk(400, null, message);
    }

    /** The same, when a picture can be sent. */
    BadAsk in(Form known) {
        return new BadAsk(status, known, getMessage());
    }

    int status() {
        return status;
    }

    /** The form in which the device can be shown a picture all the same. */
    Optional<Form> form() {
        return status == 400 ? Optional.ofNullable(form) : Optional.empty();
    }
}
