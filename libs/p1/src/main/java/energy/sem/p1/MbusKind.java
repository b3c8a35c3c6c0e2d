package energy.sem.p1;

/** What a device on the meter's M-Bus measures, from its type in {@code 0-n:24.1.0} (EN 13757-3, device types). */
public enum MbusKind {
    /** Type 2: a second electricity meter; read {@link MbusDevice#energyWh()}. */
    ELECTRICITY,
    /** Type 3; read {@link MbusDevice#volumeLitre()}. */
    GAS,
    /** Types 4, 12 and 13; read {@link MbusDevice#heatMj()}. */
    HEAT,
    /** Types 6, 7, 21 and 22; read {@link MbusDevice#volumeLitre()}. */
    WATER,
    /** Any other type, or none given. */
    OTHER;

    /** The kind of a device type; {@code OTHER} for null. */
    public static MbusKind ofType(Integer type) {
        return type == null ? OTHER : ofType(type.intValue());
    }

    static MbusKind ofType(int type) {
        return switch (type) {
            case 2 -> ELECTRICITY;
            case 3 -> GAS;
            case 4, 12, 13 -> HEAT;
            case 6, 7, 21, 22 -> WATER;
            default -> OTHER;
        };
    }
}
