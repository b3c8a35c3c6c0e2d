package energy.sem.benchmarks.ingest;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import energy.sem.event.EventJson;
import energy.sem.event.EventReader;
import energy.sem.event.TelegramEvent;

/**
 * Processor time to read an event: by {@link EventReader}, and by Jackson alone ({@link EventJson}), with the month peaks in
 * each event, as they are, and with them only once an hour.
 */
public final class EventReading {
    private static final Instant FROM = Instant.parse("2026-11-20T10:00:00Z");
    private static final int METERS = 48;
    private static final int EVENTS = 48_000;
    private static final int ROUNDS = 5;
    private static final int SECONDS_AN_HOUR = 3600;

    private EventReading() {}

    /** The program. */
    public static void main(String[] args) throws IOException {
        List<byte[]> each = events(1);
        List<byte[]> hourly = events(SECONDS_AN_HOUR);
        EventReader reader = new EventReader();
        String line =
                "%s: %.1f µs with the month peaks in each event of %d bytes, %.1f µs with them once an hour (%d bytes)%n";
        for (int round = 1; round <= ROUNDS; round++) {
            System.out.printf(
                    Locale.ROOT,
                    line,
                    "EventReader",
                    micros(reader::read, each),
                    each.get(METERS).length,
                    micros(reader::read, hourly),
                    hourly.get(METERS).length);
            System.out.printf(
                    Locale.ROOT,
                    line,
                    "Jackson",
                    micros(EventJson::read, each),
                    each.get(METERS).length,
                    micros(EventJson::read, hourly),
                    hourly.get(METERS).length);
        }
    }

    private static List<byte[]> events(int peaksEvery) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<byte[]> events = new ArrayList<>(EVENTS);
        for (int i = 0; i < EVENTS; i++) {
            int second = i / METERS;
            LoadEvents meter = new LoadEvents("meter" + i % METERS, Duration.ofSeconds(1));
            byte[] event = EventJson.write(meter.at(FROM.plusSeconds(second)));
            if (second % peaksEvery != 0) {
                ObjectNode without = (ObjectNode) mapper.readTree(event);
                without.remove("monthPeaks");
                event = mapper.writeValueAsBytes(without);
            }
            events.add(event);
        }
        return events;
    }

    private static double micros(Reading reading, List<byte[]> events) throws IOException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        int letters = 0;
        for (byte[] event : events) {
            letters += reading.read(event).meter().length();
        }
        if (letters == 0) {
            throw new IllegalStateException("no event names its meter");
        }
        return (threads.getCurrentThreadCpuTime() - before) / 1e3 / events.size();
    }

    private interface Reading {
        TelegramEvent read(byte[] event) throws IOException;
    }
}
