package energy.sem.display.view;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whether the picture can be trusted, and if not, what is drawn instead. */
public enum Status {
    /** Data up to the last quarter hour. */
    OK("ok"),
    /** The meter is silent: the last data are drawn, under a banner that says since when. */
    STALE("stale"),
    /** History answers, but knows nothing of this period. */
    NO_DATA("no-data"),
    /** The service started a moment ago and has not heard from history yet. */
    STARTING("no-data"),
    /** History cannot be asked; {@link View#fault()} says why. */
    ERROR("error");

    private final String feedStatus;

    Status(String feedStatus) {
        this.feedStatus = feedStatus;
    }

    /** The value of the header {@code X-Feed-Status}. */
    public String feedStatus() {
        return feedStatus;
    }

    /** The name in JSON: {@code ok}, {@code stale}, {@code no-data}, {@code starting}, {@code error}. */
    @JsonValue
    public String code() {
        return this == STARTING ? "starting" : feedStatus;
    }
}
