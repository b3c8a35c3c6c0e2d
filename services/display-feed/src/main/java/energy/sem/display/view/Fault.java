package energy.sem.display.view;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why history could not be asked: each has a sentence in the picture that says what to do. */
public enum Fault {
    /** No connection, no answer in time, or a 5xx. */
    HISTORY_UNREACHABLE,
    /** History wants another read key than the one set here. */
    HISTORY_REFUSES,
    /** History knows no meter of this name. */
    UNKNOWN_METER,
    /** The request could not be understood, and a picture was asked for. */
    BAD_REQUEST,
    /** A mistake of ours; the log has the details. */
    INTERNAL;

    /** The name in JSON, such as {@code history-unreachable}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
