package energy.sem.files.made;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import energy.sem.files.EventOf;
import energy.sem.files.ExtremesOf;
import energy.sem.files.HistoryFile;
import energy.sem.files.HistoryRows;
import energy.sem.files.HistorySource;
import energy.sem.files.ReadingOptions;
import energy.sem.files.RegisterAt;
import energy.sem.files.StatedMonthPeak;
import energy.sem.files.VolumeOf;
import energy.sem.p1.Register;

/** Remembers all that a file said. */
public final class Heard implements HistoryRows {
    public final List<RegisterAt> registers = new ArrayList<>();
    public final List<VolumeOf> volumes = new ArrayList<>();
    public final List<ExtremesOf> extremes = new ArrayList<>();
    public final List<StatedMonthPeak> peaks = new ArrayList<>();
    public final List<EventOf> events = new ArrayList<>();
    public final List<String> refused = new ArrayList<>();
    public final List<String> notes = new ArrayList<>();
    public final List<String> early = new ArrayList<>();
    /** The formats, one after another. */
    public final List<String> formats = new ArrayList<>();

    /** Reads a file of this content. */
    public static Heard of(Path folder, String content, ReadingOptions options) throws IOException {
        return of(folder, content.getBytes(StandardCharsets.UTF_8), options);
    }

    /** Reads a file of this content. */
    public static Heard of(Path folder, byte[] content, ReadingOptions options) throws IOException {
        Path file = Files.createTempFile(folder, "a", ".file");
        try {
            Files.write(file, content);
            return of(file, options);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Reads a file. */
    public static Heard of(Path file, ReadingOptions options) throws IOException {
        Heard heard = new Heard();
        try (HistoryFile opened = HistoryFile.open(file)) {
            for (HistorySource source : opened.sources()) {
                heard.formats.add(source.format());
                source.read(options, heard);
            }
            heard.notes.addAll(opened.unknown());
        }
        return heard;
    }

    /** How far each register went in each period, by its beginning; -1 where the file does not know. */
    public Map<Instant, Long> volumesOf(Register register) {
        Map<Instant, Long> found = new TreeMap<>();
        volumes.stream()
                .filter(row -> row.register() == register)
                .forEach(row -> found.put(row.from(), row.amount().orElse(-1)));
        return found;
    }

    /** What a register showed, by instant. */
    public Map<Instant, Long> valuesOf(Register register) {
        Map<Instant, Long> found = new TreeMap<>();
        registers.stream().filter(row -> row.register() == register).forEach(row -> found.put(row.at(), row.value()));
        return found;
    }

    @Override
    public void register(RegisterAt row) {
        registers.add(row);
    }

    @Override
    public void volume(VolumeOf row) {
        volumes.add(row);
    }

    @Override
    public void extremes(ExtremesOf row) {
        extremes.add(row);
    }

    @Override
    public void monthPeak(StatedMonthPeak row) {
        peaks.add(row);
    }

    @Override
    public void event(EventOf row) {
        events.add(row);
    }

    @Override
    public void refused(long line, String cause) {
        refused.add(line + ": " + cause);
    }

    @Override
    public void note(String text) {
        notes.add(text);
    }

    @Override
    public void endsEarly(long line, String cause) {
        early.add(line + ": " + cause);
    }
}
