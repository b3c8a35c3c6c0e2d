package energy.sem.bridge.homeassistant;

/** What values are of: Home Assistant's device class, the unit that class takes, and the decimals that are shown. */
public enum Quantity {
    POWER("power", "W", 0),
    PEAK("power", "kW", 3),
    ENERGY("energy", "kWh", 3),
    /** The class for it is younger than many installations, and an unknown class loses the value. */
    REACTIVE_ENERGY("", "kvarh", 3),
    HEAT("energy", "GJ", 3),
    GAS("gas", "m³", 3),
    WATER("water", "m³", 3),
    VOLTAGE("voltage", "V", 1),
    CURRENT("current", "A", 2),
    DURATION("duration", "s", 0),
    MONEY("monetary", "EUR", 2);

    private final String deviceClass;
    private final String unit;
    private final int precision;

    Quantity(String deviceClass, String unit, int precision) {
        this.deviceClass = deviceClass;
        this.unit = unit;
        this.precision = precision;
    }

    /** Home Assistant's device class, or empty. */
    public String deviceClass() {
        return deviceClass;
    }

    /** The unit as Home Assistant writes it. */
    public String unit() {
        return unit;
    }

    /** Decimals. */
    public int precision() {
        return precision;
    }
}
