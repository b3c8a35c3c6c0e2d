package energy.sem.p1;

/**
 * A gas, water, heat or further electricity meter that the electricity meter reads for us. Tell devices apart by
 * {@link #serial()}, not by channel: channels move when a device is replaced.
 *
 * <p>A value that was never read (time {@code 632525252525W}, or 0 in the year 2000, where a clock begins) is null, and so is
 * its time. A value that counts, stamped with the year 2000 by a clock that was never set, has no time.
 *
 * @param channel M-Bus channel, 1 to 9 (in practice 1 to 4), in order of installation
 * @param type device type as sent, {@code 0-n:24.1.0} (P1-502 6.12; EN 13757-3 has the list), or null
 * @param kind what the type means
 * @param serial {@code 0-n:96.1.0} (e-MUCS in practice: {@code 96.1.1}) in plain characters, or null
 * @param ean second identifier, {@code 0-n:96.1.2} (e-MUCS 2.1), in plain characters, or null
 * @param at when the device was read, from the same object as the value, or null. DSMR 4 stamps gas at the end of the hour it belongs to
 * @param volumeLitre gas or water in litres, {@code 0-n:24.2.1} (P1-502), {@code 0-n:24.2.3} (e-MUCS) or
 *     {@code 0-n:24.3.0} (P1-3), or null; of a gas meter that gives both of the first two, the second, which its bill
 *     counts, unless it stays at 0 beside the first; the other is kept in {@link Telegram#others()}
 * @param heatMj heat or cold in MJ, {@code 0-n:24.2.1} (P1-502 6.12), or null
 * @param energyWh electricity (or heat sent in kWh) in Wh, {@code 0-n:24.2.1} (P1-502 6.12), or null
 * @param temperatureCorrected whether the reading came in {@code 0-n:24.2.1} (for gas: converted to standard
 *     temperature, P1-502); false for {@code 0-n:24.2.3} (e-MUCS: not converted) and without a reading
 * @param valve {@code 0-n:24.4.0} (P1-422 6.12, e-MUCS 1.3), or null
 */
public record MbusDevice(
        int channel,
        Integer type,
        MbusKind kind,
        String serial,
        String ean,
        P1Time at,
        Long volumeLitre,
        Long heatMj,
        Long energyWh,
        boolean temperatureCorrected,
        SwitchState valve) {

    /** What names this device among those of its meter: its serial number, or its channel where it has none. */
    public String subject() {
        return serial != null ? serial : "channel " + channel;
    }
}
