package energy.sem.gateway.health;

import java.time.Duration;
import java.util.Optional;

import energy.sem.gateway.clock.ClockState;

/** Says in words what is wrong with a meter's clock or this computer's, and what time counts instead. */
final class ClockWords {
    /** From here on the clocks differ by more than a late telegram explains. */
    private static final Duration CLOCK_OFF = Duration.ofMinutes(2);

    private static final Duration OLD_ON_PURPOSE = Duration.ofDays(1);

    /** @param ahead how far the meter's clock is, or null while that cannot be told */
    static Optional<String> of(ClockState clock, Duration ahead) {
        String off = ahead == null ? "" : Spans.inWords(ahead.abs()) + (ahead.isNegative() ? " behind" : " ahead of");
        String says = " (it says " + clock.meterSays() + ")";
        return switch (clock.condition()) {
            case BELIEVED, NO_STAMP, ARRIVAL_CHOSEN -> near(clock, ahead, off);
            case NEVER_SET ->
                Optional.of("the meter's clock was never set, it is " + Spans.inWords(ahead.abs())
                        + (ahead.isNegative() ? " behind" : " ahead") + says + ": the time of arrival is used instead");
            case OFF ->
                Optional.of("the meter's clock is " + off + " this computer's" + says
                        + ": the time of arrival is used instead");
            case LOOKED_AT ->
                Optional.of("the meter's clock seems to be " + off + " this computer's" + says
                        + ": they wait until it is sure which is wrong");
            case METER_CHOSEN ->
                Optional.of("the meter's clock is " + off + " this computer's" + says
                        + ": it is used all the same, as time=meter asks for");
            case COMPUTER_OFF ->
                Optional.of("this computer's clock was set, and is now " + Spans.inWords(ahead.abs())
                        + (ahead.isNegative() ? " ahead of" : " behind")
                        + " the meter's, which went on evenly and is used: check this computer's");
            case COMPUTER_HAS_NO_TIME ->
                Optional.of("this computer does not know the time yet: telegrams without a time wait for it");
        };
    }

    private static Optional<String> near(ClockState clock, Duration ahead, String off) {
        if (!isOff(clock, ahead)) {
            return Optional.empty();
        }
        return Optional.of("the meter's clock is " + off + " this computer's: "
                + (clock.condition().isByArrival()
                        ? "the time of arrival is used, as time=arrival asks for"
                        : "check that this computer's is right"));
    }

    /** Whether a clock of which nothing else was found is off by more than a late telegram explains. */
    static boolean isOff(ClockState clock, Duration ahead) {
        return ahead != null
                && ahead.abs().compareTo(CLOCK_OFF) >= 0
                && (clock.condition().isByArrival() || ahead.abs().compareTo(OLD_ON_PURPOSE) <= 0);
    }

    private ClockWords() {}
}
