package energy.sem.history.occurrence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import energy.sem.history.answer.EventsAnswer;
import energy.sem.history.store.Device;
import energy.sem.history.store.DeviceChange;
import energy.sem.history.store.DeviceChanges;
import energy.sem.history.store.Meter;
import energy.sem.history.store.OccurrenceChange;
import energy.sem.history.store.Occurrences;

/** What happened at a meter, and what holds. */
@ApplicationScoped
public class EventAnswers {
    private final Occurrences occurrences;
    private final DeviceChanges changes;

    EventAnswers(Occurrences occurrences, DeviceChanges changes) {
        this.occurrences = occurrences;
        this.changes = changes;
    }

    /** All of it from one time to before another, in their zone. */
    public EventsAnswer of(Meter meter, ZonedDateTime from, ZonedDateTime to) {
        long fromMilli = from.toInstant().toEpochMilli();
        long toMilli = to.toInstant().toEpochMilli();
        ZoneId zone = from.getZone();
        List<DeviceChange> devices = changes.of(meter.name());
        Map<String, String> kinds = meter.devices().stream()
                .collect(Collectors.toMap(Device::serial, each -> each.kind().word(), (first, second) -> first));
        Occurrences.Told told = occurrences.told(meter.name(), fromMilli, toMilli);
        Stream<EventsAnswer.Event> said = told.changes().stream()
                .filter(each -> !isEmptyFromTheFirst(each))
                .map(each -> event(each, kinds, zone));
        Stream<EventsAnswer.Event> changed = devices.stream()
                .filter(each -> each.atMilli() >= fromMilli && each.atMilli() < toMilli)
                .map(each -> event(each, zone));
        return new EventsAnswer(
                meter.name(),
                zone.getId(),
                from.toOffsetDateTime(),
                to.toOffsetDateTime(),
                Stream.concat(said, changed)
                        .sorted(Comparator.comparing(each -> each.at().toInstant()))
                        .toList(),
                told.holding().stream()
                        .filter(isThere(devices, toMilli))
                        .map(each -> state(each, kinds, zone))
                        .toList());
    }

    /** That there was no text when the meter spoke first. */
    private static boolean isEmptyFromTheFirst(OccurrenceChange said) {
        return said.firstSaid() && said.value() == null && said.text() == null && said.seconds() == null;
    }

    /** A device that another one replaced says nothing of now. */
    private static Predicate<OccurrenceChange> isThere(List<DeviceChange> devices, long toMilli) {
        return said -> {
            long came = Long.MIN_VALUE;
            long went = Long.MIN_VALUE;
            for (DeviceChange each : devices) {
                if (each.atMilli() < toMilli && each.serial().equals(said.serial())) {
                    came = Math.max(came, each.atMilli());
                }
                if (each.atMilli() < toMilli && said.serial().equals(each.previousSerial())) {
                    went = Math.max(went, each.atMilli());
                }
            }
            return went <= came;
        };
    }

    private static EventsAnswer.Event event(OccurrenceChange change, Map<String, String> kinds, ZoneId zone) {
        Said said = Said.of(change);
        return new EventsAnswer.Event(
                time(change.atMilli(), zone),
                said.what(),
                (change.firstSaid() && change.seconds() == null) ? true : null,
                kinds.get(change.serial()),
                change.serial(),
                said.phase(change.number()),
                said.relay(change.number()),
                null,
                change.beganMilli() == null ? null : time(change.beganMilli(), zone),
                change.seconds(),
                said.value(change.value()),
                said.unit(change.value(), change.previousValue()),
                change.seconds() == null ? said.value(change.previousValue()) : null,
                said.state(change.text()),
                said.state(change.previousText()),
                said.text(change.text()),
                said.text(change.previousText()),
                null,
                null);
    }

    private static EventsAnswer.Event event(DeviceChange change, ZoneId zone) {
        return new EventsAnswer.Event(
                time(change.atMilli(), zone),
                "device-" + change.what(),
                null,
                change.kind().word(),
                change.serial(),
                null,
                null,
                change.channel() == 0 ? null : change.channel(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                change.previousKind() == null ? null : change.previousKind().word(),
                change.previousSerial());
    }

    private static EventsAnswer.State state(OccurrenceChange change, Map<String, String> kinds, ZoneId zone) {
        Said said = Said.of(change);
        return new EventsAnswer.State(
                said.what(),
                time(change.atMilli(), zone),
                kinds.get(change.serial()),
                change.serial(),
                said.phase(change.number()),
                said.relay(change.number()),
                said.value(change.value()),
                said.unit(change.value()),
                said.state(change.text()),
                said.text(change.text()));
    }

    private static OffsetDateTime time(long milli, ZoneId zone) {
        return Instant.ofEpochSecond(Math.floorDiv(milli, 1000)).atZone(zone).toOffsetDateTime();
    }
}
