package energy.sem.display.view;

import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/** A calendar period, and with it the length of a bar: a day is drawn by hour, a week and a month by day, a year by month. */
public enum Period {
    DAY,
    WEEK,
    MONTH,
    YEAR;

    /** The name in URLs and in JSON: {@code day}, {@code week}, {@code month}, {@code year}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The period with this code in any case; empty for anything else. */
    public static Optional<Period> of(String code) {
        return Codes.find(values(), Period::code, code);
    }
}
