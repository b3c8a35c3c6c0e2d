package energy.sem.gateway.health;

import java.util.List;

import energy.sem.p1.Checksum;
import energy.sem.p1.MeterChecksum;
import energy.sem.p1.Telegram;

/**
 * How a meter's last telegram was written, as far as that is its own manner and no standard's.
 *
 * @param checksum the name of the checksum that is believed of the meter, or {@code null} before its first telegram
 * @param hasOtherChecksum whether that is another than the standard's
 * @param notUnderstood the codes of the objects that are known and could not be read
 */
public record Manner(String checksum, boolean hasOtherChecksum, List<String> notUnderstood) {

    /** Of a meter that has not sent a telegram. */
    static final Manner UNKNOWN = new Manner(null, false, List.of());

    public Manner {
        notUnderstood = List.copyOf(notUnderstood);
    }

    /** The manner of a telegram of the meter that sends that checksum. */
    public static Manner of(Telegram telegram, MeterChecksum checksum) {
        Checksum believed = checksum.believed().orElse(null);
        boolean other = believed != null && believed != Checksum.ARC;
        return new Manner(
                believed == null ? null : believed.words(),
                other,
                telegram.notUnderstood().stream().distinct().toList());
    }
}
