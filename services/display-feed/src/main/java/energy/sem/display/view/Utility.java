package energy.sem.display.view;

import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/** What the picture is about. Amounts are in {@link #unit()}. */
public enum Utility {
    ELECTRICITY(Unit.WH),
    GAS(Unit.LITRE),
    WATER(Unit.LITRE);

    private final Unit unit;

    Utility(Unit unit) {
        this.unit = unit;
    }

    /** The unit of every amount in a view of this utility. */
    public Unit unit() {
        return unit;
    }

    /** The name in URLs and in JSON: {@code electricity}, {@code gas}, {@code water}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The utility with this code in any case; empty for anything else. */
    public static Optional<Utility> of(String code) {
        return Codes.find(values(), Utility::code, code);
    }
}
