package energy.sem.event;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;

import energy.sem.event.JsonCursor.UnusualFormException;

/** What the events of one meter say again and again. Not thread-safe. */
final class RepeatedValues {
    private static final ObjectReader TIME_SOURCE = EventJson.reader(new TypeReference<TelegramEvent.TimeSource>() {});
    private static final ObjectReader CRC = EventJson.reader(new TypeReference<TelegramEvent.Crc>() {});
    private static final ObjectReader BOOLEAN = EventJson.reader(new TypeReference<Boolean>() {});
    private static final ObjectReader STRING = EventJson.reader(new TypeReference<String>() {});
    private static final ObjectReader MONTH_PEAKS = EventJson.reader(new TypeReference<List<MonthPeak>>() {});
    private static final ObjectReader DEVICES = EventJson.reader(new TypeReference<List<MBusReading>>() {});
    private static final ObjectReader VERDICT = EventJson.reader(new TypeReference<Verdict>() {});
    private static final ObjectReader LEFT_OUT = EventJson.reader(new TypeReference<List<LeftOut>>() {});
    private static final ObjectReader UNKNOWN = EventJson.reader(new TypeReference<List<UnknownObject>>() {});
    private static final ObjectReader OCCURRENCES = EventJson.reader(new TypeReference<List<Occurrence>>() {});

    final String meter;
    final Repeated<TelegramEvent.TimeSource> timeSource = new Repeated<>(TIME_SOURCE::readValue);
    final Repeated<Boolean> simulated = new Repeated<>(BOOLEAN::readValue);
    final Repeated<String> identification = new Repeated<>(STRING::readValue);
    final Repeated<String> dialect = new Repeated<>(STRING::readValue);
    final Repeated<String> p1Version = new Repeated<>(STRING::readValue);
    final Repeated<TelegramEvent.Crc> crc = new Repeated<>(CRC::readValue);
    final Repeated<String> serial = new Repeated<>(STRING::readValue);
    final Repeated<List<MonthPeak>> monthPeaks = new Repeated<>(json -> immutable(MONTH_PEAKS.readValue(json)));
    final Repeated<List<MBusReading>> devices = new Repeated<>(json -> immutable(DEVICES.readValue(json)));
    final Repeated<Verdict> verdict = new Repeated<>(VERDICT::readValue);
    final Repeated<List<UnknownObject>> unknown = new Repeated<>(json -> immutable(UNKNOWN.readValue(json)));
    final Repeated<List<LeftOut>> leftOut = new Repeated<>(json -> immutable(LEFT_OUT.readValue(json)));
    final Repeated<List<Occurrence>> occurrences = new Repeated<>(json -> immutable(OCCURRENCES.readValue(json)));

    RepeatedValues(String meter) {
        this.meter = meter;
    }

    /** So that the event, which copies a list that could change, has this one. */
    private static <T> List<T> immutable(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** A value, known again by its bytes. */
    static final class Repeated<T> {
        /** Much more than a year of month peaks takes; what is longer is read each time, so that memory stays small. */
        private static final int MOST_BYTES = 4096;

        private final Parser<T> parser;
        private byte[] json;
        private T value;

        private Repeated(Parser<T> parser) {
            this.parser = parser;
        }

        /** The value that begins here: the one before, if it is written alike. */
        T read(JsonCursor at) throws UnusualFormException {
            if (json != null && at.has(json)) {
                return value;
            }
            byte[] text = at.value();
            try {
                value = parser.parse(text);
            } catch (IOException | RuntimeException e) {
                // What is wrong with it is found again, and said, where the whole event is read.
                throw new UnusualFormException();
            }
            json = text.length <= MOST_BYTES ? text : null;
            return value;
        }
    }

    private interface Parser<T> {
        T parse(byte[] json) throws IOException;
    }
}
