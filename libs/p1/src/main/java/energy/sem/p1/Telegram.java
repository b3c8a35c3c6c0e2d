package energy.sem.p1;

import java.util.List;

/**
 * One decoded P1 telegram: what the meter said, exactly, in base units. Immutable. What it did not say is null or an
 * empty list. Make one with {@link #builder()} or {@link TelegramDecoder}.
 *
 * @param identification the header line behind {@code /} (P1-502 6.2), such as {@code FLU5\253769484_A}, bytes read as
 *     ISO-8859-1; null only for values that came from a sensor and not from a telegram
 * @param version {@code 0-0:96.1.4} (e-MUCS 1.3) or {@code 1-3:0.2.8} (P1-502 6.12) as sent, such as {@code 50217}, or null
 * @param dialect recognised from the telegram
 * @param serial the electricity meter's number in plain characters: {@code 0-0:96.1.1} (P1-502 6.12), else
 *     {@code 0-0:96.1.0} (Hungary), else {@code 0-0:42.0.0} (Luxmetering P1), else {@code 1-0:96.1.0}
 *     (Germany); or null
 * @param ean second identifier {@code 0-0:96.1.2} (e-MUCS 2.1) in plain characters, or null
 * @param at the meter's clock, {@code 0-0:1.0.0} (P1-502 6.12), or null
 * @param registers what the meter has counted
 * @param tariff running tariff number, {@code 0-0:96.14.0} (P1-502 6.12), also written {@code TARIFF 1} or as the octets
 *     of {@code T1}; or null
 * @param importW power from the grid in W, {@code 1-0:1.7.0} (P1-502 6.12), or null; of a meter that sends only
 *     {@code 1-0:16.7.0}, power with a sign (IEC 62056-6-1), its positive part; never negative
 * @param exportW power to the grid in W, {@code 1-0:2.7.0} (P1-502 6.12), or null; of {@code 1-0:16.7.0} likewise its
 *     negative part, without the sign
 * @param phases momentary values by phase; a phase about which nothing was said is not in the list
 * @param demandW mean power of the running quarter hour so far, {@code 1-0:1.4.0} (e-MUCS 1.7), or null; it starts at 0
 *     at each quarter and rises to kWh x 4
 * @param runningPeak highest quarter hour of the running month, {@code 1-0:1.6.0} (e-MUCS P1 1.7), or null
 * @param monthPeaks finished months' highest quarter hours, {@code 0-0:98.1.0} (e-MUCS P1 1.7), oldest first, with gaps
 *     where the meter has gaps
 * @param devices M-Bus devices by channel
 * @param connection breaker, limits, grid
 * @param message text for the customer {@code 0-0:96.13.0} (P1-502 6.12), decoded; empty when sent empty or as memory never
 *     written (octets of 0xFF), null when absent
 * @param messageCode {@code 0-0:96.13.1} (P1-422 6.12, e-MUCS 1.3), likewise
 * @param quality failures and voltage events
 * @param others objects kept as text, in the order sent
 * @param crc what is known about the checksum
 * @param repaired whether the line ends were restored to CR LF before the checksum matched
 * @param warnings what is odd about the telegram, in words, none of which made it unusable
 */
public record Telegram(
        String identification,
        String version,
        Dialect dialect,
        String serial,
        String ean,
        P1Time at,
        RegisterValues registers,
        Integer tariff,
        Integer importW,
        Integer exportW,
        List<Phase> phases,
        Integer demandW,
        Peak runningPeak,
        List<MonthPeak> monthPeaks,
        List<MbusDevice> devices,
        Connection connection,
        String message,
        String messageCode,
        PowerQuality quality,
        List<UnknownObject> others,
        CrcState crc,
        boolean repaired,
        List<String> warnings) {

    public Telegram {
        phases = List.copyOf(phases);
        monthPeaks = List.copyOf(monthPeaks);
        devices = List.copyOf(devices);
        others = List.copyOf(others);
        warnings = List.copyOf(warnings);
    }

    /** Whether the telegram says anything of electricity; a heat meter's own port does not. */
    public boolean hasElectricity() {
        return !registers.isEmpty() || importW != null || exportW != null || !phases.isEmpty();
    }

    /** The codes of the objects that are known here and whose values could not be read, in the order sent. */
    public List<String> notUnderstood() {
        return others.stream()
                .filter(UnknownObject::known)
                .map(UnknownObject::code)
                .toList();
    }

    /** A builder of a telegram that says nothing yet. */
    public static TelegramBuilder builder() {
        return new TelegramBuilder();
    }

    /** A builder that starts from this telegram. */
    public TelegramBuilder toBuilder() {
        return new TelegramBuilder(this);
    }
}
