package energy.sem.gateway.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import energy.sem.event.TelegramEvent;
import energy.sem.gateway.backlog.Waiting;
import energy.sem.gateway.clock.ClockState;
import energy.sem.gateway.meter.Meter;

/** Says in words how a meter is and what is probably wrong. Pure. */
final class Diagnosis {
    private static final Duration SILENT_AT_LEAST = Duration.ofSeconds(30);
    private static final Duration FIRST_TELEGRAM_WITHIN = Duration.ofSeconds(30);

    /**
     * How a meter is.
     *
     * @param state a word for programs: {@code receiving}, {@code waiting}, {@code silent}, {@code bad-telegrams},
     *     {@code unknown-checksum}, {@code encrypted}, {@code disconnected}, {@code ended}, {@code elsewhere}
     * @param words a sentence for people
     */
    record Finding(String state, String words) {}

    static Finding of(MeterJournal.Seen seen, Meter meter, Waiting backlog, Instant now) {
        Finding finding = ofMeter(seen, meter, now);
        if (backlog.telegrams() == 0) {
            return finding;
        }
        return new Finding(
                finding.state(),
                finding.words() + "; " + backlog.telegrams() + " telegrams wait on disk until Kafka takes them");
    }

    private static Finding ofMeter(MeterJournal.Seen seen, Meter meter, Instant now) {
        if (seen.line() == LineState.ELSEWHERE) {
            return new Finding(MeterReport.ELSEWHERE, seen.lineWords());
        }
        if (seen.line() == LineState.BROKEN) {
            return new Finding("disconnected", seen.lineWords() + " (trying again)");
        }
        if (seen.line() == LineState.ENDED) {
            return new Finding("ended", "the recording has come to its end");
        }
        Finding bad = BadTelegrams.of(seen.recent(), meter.decryptionKey().isPresent());
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
                    "telegrams stopped " + Spans.inWords(age)
                            + " ago: check the cable, the reader and whether the user port is still open");
        }
        return new Finding("receiving", odd(seen, meter));
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
                "connected for " + Spans.inWords(open)
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

    private static String odd(MeterJournal.Seen seen, Meter meter) {
        TelegramEvent last = seen.lastEvent();
        List<String> odd = new ArrayList<>();
        boolean waits = seen.clock().condition() == ClockState.Condition.LOOKED_AT;
        if (!last.verdict().plausible() && !waits) {
            odd.add("the last one cannot be true: "
                    + last.verdict().findings().get(0).detail());
        }
        if (!last.leftOut().isEmpty()) {
            odd.add("a value of the last one cannot be true and is left out: "
                    + last.leftOut().get(0).detail());
        }
        odd.addAll(Content.odd(last, seen.manner()));
        ClockWords.of(seen.clock(), seen.clockOffset()).ifPresent(odd::add);
        Totals.disagreement(last, meter.transformers().wholeTimes()).ifPresent(odd::add);
        return odd.isEmpty() ? "telegrams arrive" : "telegrams arrive, but " + String.join("; ", odd);
    }

    private Diagnosis() {}
}
