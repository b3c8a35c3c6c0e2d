package energy.sem.display.view;

import com.fasterxml.jackson.annotation.JsonValue;

/** The exact unit of a view's amounts: a thousand of them are shown as one kWh or one m³. */
public enum Unit {
    WH("Wh"),
    LITRE("L");

    private final String symbol;

    Unit(String symbol) {
        this.symbol = symbol;
    }

    /** The symbol in JSON. */
    @JsonValue
    public String symbol() {
        return symbol;
    }
}
