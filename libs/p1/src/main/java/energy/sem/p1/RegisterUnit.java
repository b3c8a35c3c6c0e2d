package energy.sem.p1;

/** What a register counts in, and how that unit is written in names. */
public enum RegisterUnit {
    /** Active energy: Wh inside, kWh outside. */
    WH("Wh", "wh", "Kwh", "kwh", "kWh"),
    /** Reactive energy: varh inside, kvarh outside. */
    VARH("Varh", "varh", "Kvarh", "kvarh", "kvarh"),
    /** Volume: litres inside, m³ outside. */
    LITRE("Litre", "l", "M3", "m3", "m³"),
    /** Heat: MJ inside, GJ outside. */
    MJ("Mj", "mj", "Gj", "gj", "GJ");

    final String inEvents;
    final String inColumns;
    final String inAnswers;
    final String inCsv;
    private final String symbol;

    RegisterUnit(String inEvents, String inColumns, String inAnswers, String inCsv, String symbol) {
        this.inEvents = inEvents;
        this.inColumns = inColumns;
        this.inAnswers = inAnswers;
        this.inCsv = inCsv;
        this.symbol = symbol;
    }

    /** The unit that is counted inside, as it ends names in events: {@code Wh}. */
    public String inside() {
        return inEvents;
    }

    /** The unit that people see, a thousand of what is counted inside: {@code kWh}. */
    public String symbol() {
        return symbol;
    }
}
