package energy.sem.ingest.past;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A plan for people, a sentence each. */
final class Words {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private static final Pattern INSTANT = Pattern.compile("[0-9-]{10}T[0-9:]{8}Z");

    /** What is true of the file itself. */
    static List<String> ofFile(String format, FileRows rows) {
        List<String> words = new ArrayList<>();
        if (!format.isEmpty()) {
            words.add("%s: %,d rows.".formatted(format, rows.rows()));
        }
        words.addAll(rows.notes());
        if (rows.refusedRows() > 0) {
            words.add("%,d rows cannot be taken, the first at line %d: %s"
                    .formatted(
                            rows.refusedRows(),
                            rows.refused().get(0).line(),
                            rows.refused().get(0).cause()));
        }
        return words;
    }

    /** What is true of a device. */
    static List<String> ofDevice(DevicePast past, ZoneId zone, Overlap overlap) {
        Plan.OfDevice plan = past.plan();
        List<String> words = new ArrayList<>();
        String unit =
                switch (plan.kind()) {
                    case "electricity", "submeter" -> "Wh";
                    case "heat" -> "MJ";
                    default -> "L";
                };
        words.add("%s meter %s: %,d values from %s to %s, %,d estimated, %,d unknown."
                .formatted(
                        plan.kind().substring(0, 1).toUpperCase(Locale.ROOT)
                                + plan.kind().substring(1),
                        plan.serial(),
                        plan.values(),
                        MOMENT.format(LocalDateTime.ofInstant(plan.from(), zone)),
                        MOMENT.format(LocalDateTime.ofInstant(plan.to(), zone)),
                        plan.estimated(),
                        plan.unknown()));
        if (plan.overlapping() > 0) {
            words.add("%,d overlap with live readings and differ by at most %,d %s, by %+,d %s in sum."
                    .formatted(plan.overlapping(), plan.greatestDifference(), unit, overlap.sum(), unit));
        } else {
            words.add(
                    plan.sameSerial()
                            ? "None overlaps with live readings; its serial number is that of the meter."
                            : "None overlaps with live readings: nothing proves that it is the same meter.");
        }
        if (past.target().isEarlier()) {
            words.add("It is not the meter that is read now: it becomes one of its own, an earlier one.");
        } else if (plan.isNew()) {
            words.add("SEM does not know this meter yet: it becomes a new one.");
        }
        words.add("The level of its registers: "
                + INSTANT.matcher(plan.anchor())
                        .replaceAll(at -> MOMENT.format(LocalDateTime.ofInstant(Instant.parse(at.group()), zone)))
                + ".");
        words.add(
                plan.added() + plan.replaced() == 0
                        ? "All of it is there already."
                        : "%,d quarter hours become known, %,d of earlier imports change."
                                .formatted(plan.added(), plan.replaced()));
        return words;
    }

    /** What is true of events; nothing where the file has none. */
    static List<String> ofEvents(long all, long added) {
        return all == 0
                ? List.of()
                : List.of(
                        "%,d events (power failures, states, texts), %,d of them become known.".formatted(all, added));
    }

    private Words() {}
}
