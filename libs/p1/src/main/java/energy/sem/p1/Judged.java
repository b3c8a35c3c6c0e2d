package energy.sem.p1;

import java.util.List;

/**
 * A telegram as far as it is believed.
 *
 * @param telegram without the momentary values that cannot be
 * @param leftOut those
 * @param verdict what cannot be true of the rest, all of which is still in the telegram
 */
public record Judged(Telegram telegram, List<LeftOut> leftOut, Verdict verdict) {

    public Judged {
        leftOut = List.copyOf(leftOut);
    }
}
