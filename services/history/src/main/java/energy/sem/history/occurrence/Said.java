package energy.sem.history.occurrence;

import java.math.BigDecimal;
import java.util.Optional;

import energy.sem.event.OccurrenceKind;
import energy.sem.history.answer.Decimal;
import energy.sem.history.store.OccurrenceChange;

/**
 * What was said, in the words and units of answers.
 *
 * @param what the word of answers
 * @param unit of the values, or {@code null}
 * @param places of the decimal point that the table's whole numbers have more
 * @param isText whether it says a text rather than a state
 * @param isPhase whether the number is a phase rather than a relay
 */
record Said(String what, String unit, int places, boolean isText, boolean isPhase) {

    /** How a kind is said; one of a later version by its own word. */
    static Said of(OccurrenceChange change) {
        Optional<OccurrenceKind> kind = OccurrenceKind.of(change.kind());
        if (kind.isEmpty()) {
            return new Said(change.kind(), null, 0, false, false);
        }
        return switch (kind.get()) {
            case SAGS, SWELLS -> new Said(change.kind(), null, 0, false, true);
            case LIMITER_W -> new Said("limiter", "kW", 3, false, false);
            case LIMITER_VA -> new Said("limiter", "kVA", 3, false, false);
            case FUSE_CENTI_A -> new Said("fuse", "A", 2, false, false);
            case CLOCK -> new Said(change.kind(), "s", 0, false, false);
            case TEXT, MESSAGE_CODE -> new Said(change.kind(), null, 0, true, false);
            default -> new Said(change.kind(), null, 0, false, false);
        };
    }

    BigDecimal value(Long whole) {
        return whole == null ? null : Decimal.plain(BigDecimal.valueOf(whole, places));
    }

    String unit(Long... values) {
        for (Long each : values) {
            if (each != null) {
                return unit;
            }
        }
        return null;
    }

    String state(String text) {
        return isText ? null : text;
    }

    String text(String text) {
        return isText ? text : null;
    }

    Integer phase(int number) {
        return number != 0 && isPhase ? number : null;
    }

    Integer relay(int number) {
        return number == 0 || isPhase ? null : number;
    }
}
