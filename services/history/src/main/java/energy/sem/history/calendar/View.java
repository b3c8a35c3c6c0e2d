package energy.sem.history.calendar;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import energy.sem.base.Problem;

/**
 * A period and how many of them ago.
 *
 * @param period which kind
 * @param offset 0 for the running one, −1 for the one before; never positive
 */
public record View(Period period, int offset) {
    private static final int FARTHEST = -100_000;
    private static final Pattern TEXT = Pattern.compile("\\s*(\\p{Alpha}+)\\s*(?:,\\s*([+-]?\\d{1,9})\\s*)?");

    /**
     * A view of the past or the present.
     *
     * @throws Problem 400 when the offset is positive or farther back than any meter
     */
    public View {
        if (offset > 0) {
            throw Problem.badRequest("The past is negative: " + period.word() + ",-" + offset);
        }
        if (offset < FARTHEST) {
            throw Problem.badRequest("The offset " + offset + " is farther back than any meter's history.");
        }
    }

    /**
     * The view that a text such as {@code week}, {@code week,-2} or {@code Week, -2} means.
     *
     * @param text from the address
     * @param offset a separate offset, or {@code null}
     * @throws Problem 400 when it means none, or two different ones
     */
    public static View of(String text, Integer offset) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw Problem.badRequest("\"" + text + "\" is no period: use day, week, month or year, or week,-2.");
        }
        Period period = Period.of(matcher.group(1));
        if (matcher.group(2) == null) {
            return new View(period, offset == null ? 0 : offset);
        }
        int inText = Integer.parseInt(matcher.group(2));
        if (offset != null && offset != inText) {
            throw Problem.badRequest(
                    "The address says offset " + inText + " and ?offset says " + offset + ": say one.");
        }
        return new View(period, inText);
    }

    /** The view of the period before. */
    public View previous() {
        return new View(period, offset - 1);
    }
}
