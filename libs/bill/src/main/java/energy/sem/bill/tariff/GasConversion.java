package energy.sem.bill.tariff;

/**
 * By which values of months a m3 of gas as the meter counts it becomes what is billed.
 *
 * @param coefficient the name of the kWh in a m3; {@code null} for an assumed one
 * @param correction the name of the m3 that are billed for a m3; {@code null} where the meter's own are
 */
public record GasConversion(String coefficient, String correction) {
    /** As the meter counts it, and an assumed coefficient. */
    public static final GasConversion NONE = new GasConversion(null, null);
}
