package energy.sem.files.emoncms;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import energy.sem.files.FileBeginning;
import energy.sem.files.HistoryFileException;
import energy.sem.files.HistoryFormat;
import energy.sem.files.HistoryInput;
import energy.sem.files.HistoryRows;
import energy.sem.files.ReadingOptions;
import energy.sem.files.SensorMeaning;
import energy.sem.files.Trust;
import energy.sem.files.reading.Decimals;
import energy.sem.files.reading.RegisterSeries;
import energy.sem.files.reading.RowException;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;

/**
 * A feed of emonCMS in its PHPFina form: the {@code .meta} file is given, the {@code .dat} of the same name lies beside it. Which register
 * a feed is nothing in it says: the user does, by its number. In kWh or m³ as 32-bit floating point numbers: above 16,384 kWh they step
 * by 2 Wh.
 */
public final class PhpFina implements HistoryFormat {
    private static final int META_BYTES = 16;
    private static final Pattern NAME = Pattern.compile("(.*?)([^/\\\\]*)\\.meta$");
    private static final int[] INTERVALS = {5, 10, 15, 20, 30, 60, 120, 180, 300, 600, 900, 1200, 1800, 3600, 86_400};
    private static final long EARLIEST = 1_000_000_000L;
    private static final long LATEST = 4_000_000_000L;
    private static final double MILLI = 1_000;

    @Override
    public String name() {
        return "a feed of emonCMS";
    }

    @Override
    public boolean recognises(FileBeginning beginning) {
        return beginning.bytes().length == META_BYTES
                && Meta.of(beginning.bytes()).isPossible();
    }

    private record Meta(long interval, long start) {
        static Meta of(byte[] bytes) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            return new Meta(Integer.toUnsignedLong(buffer.getInt(8)), Integer.toUnsignedLong(buffer.getInt(12)));
        }

        boolean isPossible() {
            boolean known = false;
            for (int each : INTERVALS) {
                known |= each == interval;
            }
            return known && start > EARLIEST && start < LATEST && start % interval == 0;
        }
    }

    @Override
    public void read(HistoryInput input, ReadingOptions options, HistoryRows rows) throws IOException {
        Matcher named = NAME.matcher(input.name());
        if (!named.matches()) {
            throw new HistoryFileException("Leave the two files of a feed their names: NUMBER.meta and NUMBER.dat.");
        }
        String feed = named.group(2);
        SensorMeaning meaning = options.sensors().get(feed);
        if (meaning == null || meaning.equals(SensorMeaning.NONE)) {
            throw new HistoryFileException("Say what feed " + feed + " counts: nothing in its files does.");
        }
        Meta meta;
        try (InputStream bytes = input.open()) {
            meta = Meta.of(bytes.readNBytes(META_BYTES));
        }
        RegisterSeries series = new RegisterSeries(meaning.kind());
        boolean cut;
        try (InputStream data = new BufferedInputStream(input.open(named.group(1) + feed + ".dat"))) {
            cut = read(data, meta, meaning.register(), series, rows);
        }
        if (meaning.register().unit() == energy.sem.p1.RegisterUnit.WH) {
            rows.note("The feed has single-precision numbers: above 16,384 kWh they are right to 2 Wh.");
        }
        series.tell(rows);
        if (cut) {
            rows.endsEarly(0, "the file with the data ends in the middle of a number: copy it again");
        }
    }

    private static boolean read(InputStream data, Meta meta, Register register, RegisterSeries series, HistoryRows rows)
            throws IOException {
        byte[] four = new byte[4];
        for (long i = 0; ; i++) {
            int count = data.readNBytes(four, 0, four.length);
            if (count < four.length) {
                return count > 0;
            }
            float value = ByteBuffer.wrap(four).order(ByteOrder.LITTLE_ENDIAN).getFloat();
            if (!Float.isNaN(value)) {
                try {
                    Instant at = Instant.ofEpochSecond(meta.start() + i * meta.interval());
                    series.add(
                            i + 1,
                            at,
                            RegisterValues.of(register, Decimals.rounded(value, MILLI, "the value")),
                            Trust.REGISTER);
                } catch (RowException e) {
                    rows.refused(i + 1, e.getMessage());
                }
            }
        }
    }
}
