package energy.sem.bill.sum;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

import energy.sem.bill.document.Node;

/**
 * Why a line is not known.
 *
 * @param line its name
 * @param reason what is missing
 * @param what the name of the index, the tariff of the meter or the like; empty for none
 * @param days on which it is, at least one
 */
public record Missing(String line, Reason reason, String what, SortedSet<LocalDate> days) {

    /** What can be missing. */
    public enum Reason {
        /** Nobody read the meter. */
        NO_READINGS("no reading of the meter covers the time"),
        /** No contract holds. */
        NO_CONTRACT("no contract holds"),
        /** The line has no price for that day. */
        NO_PRICE("no price is entered"),
        /** No band is for where the meter counted it. */
        NO_BAND("no band of it is for what the meter counted"),
        /** Which tariff the meter will count is not known. */
        NO_TARIFF("which tariff the meter counts is not known"),
        /** No day-ahead price is known. */
        NO_SPOT("no day-ahead price is known"),
        /** No value of a month's index is known. */
        NO_INDEX("no value is known"),
        /** No peak was measured yet. */
        NO_PEAK("no month peak was measured"),
        /** How many kWh are in a m3 is not known. */
        NO_COEFFICIENT("how many kWh are in a m3 is not known");

        private final String words;

        Reason(String words) {
            this.words = words;
        }
    }

    public Missing {
        days = Collections.unmodifiableSortedSet(new TreeSet<>(days));
    }

    /** As in answers: {@code no-spot}. */
    public String word() {
        return Node.word(reason);
    }

    /** As a sentence. */
    public String detail() {
        String subject = what.isEmpty() ? "" : " of " + what;
        String on = days.size() == 1
                ? "on " + days.first()
                : "on " + days.size() + " days from " + days.first() + " to " + days.last();
        return line + ": " + reason.words + subject + " " + on + ".";
    }

    boolean isLike(Missing other) {
        return line.equals(other.line) && reason == other.reason && what.equals(other.what);
    }

    Missing plus(Missing other) {
        SortedSet<LocalDate> all = new TreeSet<>(days);
        all.addAll(other.days);
        return new Missing(line, reason, what, all);
    }
}
