package energy.sem.gateway.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import energy.sem.event.TelegramEvent;
import energy.sem.gateway.backlog.Waiting;

/** Says in words how a meter is and what is probably wrong. Pure. */
final class Diagnosis {
    private static final Duration SILENT_AT_LEAST = Duration.ofSeconds(30);
    private static final Duration FIRST_TELEGRAM_WITHIN = Duration.ofSeconds(30);

    /** From here on the clocks of meter and computer differ by more than a late telegram explains. */
    private static final Duration CLOCK_OFF = Duration.ofMinutes(2);

    private static final Duration OLD_ON_PURPOSE = Duration.ofDays(1);

    /**
     * How a meter is.
     *
     * @param state a word for programs: {@code receiving}, {@code waiting}, {@code silent}, {@code bad-telegrams},
     *     {@code unknown-checksum}, {@code encrypted}, {@code disconnected}, {@code ended}
     * @param words a sentence for people
     */
    record Finding(String state, String words) {}

    /** @param encrypted whether the meter has a decryption key */
    static Finding of(MeterJournal.Seen seen, boolean encrypted, Waiting backlog, Instant now) {
        Finding meter = ofMeter(seen, encrypted, now);
        if (backlog.telegrams() == 0) {
            return meter;
        }
        return new Finding(
                meter.state(),
                meter.words() + "; " + backlog.telegrams() + " telegrams wait on disk until Kafka takes them");
    }

    private static Finding ofMeter(MeterJournal.Seen seen, boolean encrypted, Instant now) {
        if (seen.line() == LineState.BROKEN) {
            return new Finding("disconnected", seen.lineWords() + " (trying again)");
        }
        if (seen.line() == LineState.ENDED) {
            return new Finding("ended", "the recording has come to its end");
        }
        Finding bad = BadTelegrams.of(seen.recent(), encrypted);
        if (bad != null) {
            return bad;
        }
        boolean quiet = seen.lastArrival() == null || ageAt(seen, now).compareTo(patience(seen)) > 0;
        if (quiet && seen.lineWords() != null) {
            return new Finding("silent", seen.lineWords());
        }
        if (seen.lastArrival() == null) {
            return nothingYet(seen, now);
        }
        Duration age = ageAt(seen, now);
        if (quiet) {
            return new Finding(
                    "silent",
                    "telegrams stopped " + ago(age)
                            + " ago: check the cable, the reader and whether the user port is still open");
        }
        return new Finding("receiving", odd(seen));
    }

    private static Finding nothingYet(MeterJournal.Seen seen, Instant now) {
        if (seen.line() == LineState.PUSHED) {
            return new Finding("waiting", "no telegram has been pushed since the gateway started");
        }
        if (seen.line() == LineState.OPENING) {
            return new Finding("waiting", "connecting");
        }
        Duration open = Duration.between(seen.lineSince(), now);
        if (open.compareTo(FIRST_TELEGRAM_WITHIN) < 0) {
            return new Finding("waiting", "connected, waiting for the first telegram");
        }
        return new Finding(
                "silent",
                "connected for " + ago(open)
                        + " without a telegram: is the cable in the meter, and has the user port been opened?");
    }

    private static Duration ageAt(MeterJournal.Seen seen, Instant now) {
        return Duration.between(seen.lastArrival(), now);
    }

    private static Duration patience(MeterJournal.Seen seen) {
        if (seen.interval() == null) {
            return Duration.ofMinutes(15);
        }
        Duration three = seen.interval().multipliedBy(3);
        return three.compareTo(SILENT_AT_LEAST) > 0 ? three : SILENT_AT_LEAST;
    }

    private static String odd(MeterJournal.Seen seen) {
        TelegramEvent last = seen.lastEvent();
        List<String> odd = new ArrayList<>();
        if (!last.verdict().plausible()) {
            odd.add("the last one cannot be true: "
                    + last.verdict().findings().get(0).detail());
        }
        odd.addAll(Content.odd(last, seen.manner()));
        clock(seen.clockOffset()).ifPresent(odd::add);
        return odd.isEmpty() ? "telegrams arrive" : "telegrams arrive, but " + String.join("; ", odd);
    }

    private static Optional<String> clock(Duration ahead) {
        if (ahead == null || ahead.abs().compareTo(CLOCK_OFF) < 0 || ahead.abs().compareTo(OLD_ON_PURPOSE) > 0) {
            return Optional.empty();
        }
        return Optional.of("the meter's clock is " + ago(ahead.abs())
                + (ahead.isNegative() ? " behind" : " ahead")
                + " of this computer's: check that this computer's is right");
    }

    private static String ago(Duration time) {
        if (time.toMinutes() < 2) {
            return time.toSeconds() + " seconds";
        }
        return time.toHours() < 2 ? time.toMinutes() + " minutes" : time.toHours() + " hours";
    }

    private Diagnosis() {}
}
