package energy.sem.gateway.health;

import java.util.List;

/** Says of a meter most of whose telegrams are rejected what is probably wrong. Pure. */
final class BadTelegrams {

    private BadTelegrams() {}

    /** What is probably wrong; {@code null} unless half of the last ones or more were rejected. */
    static Diagnosis.Finding of(List<Outcome> recent, boolean hasKey) {
        long bad = recent.stream().filter(Outcome::isRejection).count();
        if (bad * 2 < recent.size() || bad == 0) {
            return null;
        }
        Outcome most = recent.stream()
                .filter(Outcome::isRejection)
                .map(outcome -> cause(outcome, recent))
                .max((a, b) -> Long.compare(times(recent, a), times(recent, b)))
                .orElseThrow();
        long worst = times(recent, most);
        String share = worst == bad
                ? bad + " of the last " + recent.size() + " telegrams "
                : bad + " of the last " + recent.size() + " telegrams are rejected, " + worst + " ";
        return new Diagnosis.Finding(state(most), share + inWords(most, hasKey));
    }

    /** Where some telegrams fail their checksum visibly damaged, those that were whole were damaged too. */
    private static Outcome cause(Outcome outcome, List<Outcome> recent) {
        return outcome == Outcome.CRC_OF_WHOLE && recent.contains(Outcome.CRC) ? Outcome.CRC : outcome;
    }

    private static long times(List<Outcome> recent, Outcome cause) {
        return recent.stream().filter(each -> cause(each, recent) == cause).count();
    }

    private static String state(Outcome most) {
        return switch (most) {
            case CRC_OF_WHOLE -> "unknown-checksum";
            case ENCRYPTED -> "encrypted";
            default -> "bad-telegrams";
        };
    }

    private static String inWords(Outcome cause, boolean hasKey) {
        return switch (cause) {
            case CRC ->
                hasKey
                        ? "do not decrypt: check the decryption key, and the authentication key if one is set, then the"
                                + " cable"
                        : "fail their CRC: check the cable, its length and its contacts";
            case CRC_OF_WHOLE ->
                "are whole but fail their CRC: if all telegrams of this meter do, it sends a checksum of a kind that SEM"
                        + " does not know; if only some do, digits were changed on the way";
            case ENCRYPTED ->
                "are encrypted: set sem.meters.<name>.decryption-key to the key that the grid operator gives out";
            case TRUNCATED -> "are cut short: the reader is too slow or the cable has a bad contact";
            case OVERSIZE -> "have no end: is it really the P1 port?";
            default -> "are no telegrams: is it really the P1 port, and is the speed right?";
        };
    }
}
