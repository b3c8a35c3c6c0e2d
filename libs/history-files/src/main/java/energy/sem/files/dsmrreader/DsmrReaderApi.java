package energy.sem.files.dsmrreader;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;

import energy.sem.files.HistoryFileException;
import energy.sem.files.reading.Json;
import energy.sem.files.reading.OffsetTimes;
import energy.sem.files.reading.RowException;
import energy.sem.files.reading.WallTimes;

/**
 * A running DSMR-reader, asked over its API v2: the readings first, then the statistics. What it answers is written as its own backup
 * has it, which {@link DsmrReaderDump} reads. Asks for one span of time after another, never for a deep offset, which its database would
 * count through each time. One download at a time.
 */
public final class DsmrReaderApi {
    /** DSMR-reader takes and gives days of this zone, whatever the household's is. */
    private static final ZoneId ITS_ZONE = ZoneId.of("Europe/Amsterdam");

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PAGE = 1_000;
    private static final int MANY_ROWS = 20_000;
    private static final int FEW_ROWS = 2_000;
    private static final long MOST_DAYS = 64;

    private record Kind(String path, String table, String column, List<String> columns) {
        boolean isDaily() {
            return table.equals(DsmrTables.DAY);
        }
    }

    private static final Kind READINGS = new Kind(
            "datalogger/dsmrreading",
            DsmrTables.READING,
            "timestamp",
            List.of(
                    "timestamp",
                    "electricity_delivered_1",
                    "electricity_delivered_2",
                    "electricity_returned_1",
                    "electricity_returned_2",
                    "extra_device_timestamp",
                    "extra_device_delivered"));
    private static final Kind ELECTRICITY = new Kind(
            "consumption/electricity",
            DsmrTables.ELECTRICITY,
            "read_at",
            List.of("read_at", "delivered_1", "delivered_2", "returned_1", "returned_2"));
    private static final Kind GAS =
            new Kind("consumption/gas", DsmrTables.GAS, "read_at", List.of("read_at", "delivered"));
    private static final Kind HOURS = new Kind(
            "statistics/hour",
            DsmrTables.HOUR,
            "hour_start",
            List.of(
                    "hour_start",
                    "electricity1",
                    "electricity2",
                    "electricity1_returned",
                    "electricity2_returned",
                    "gas"));
    private static final Kind DAYS = new Kind(
            "statistics/day",
            DsmrTables.DAY,
            "day",
            List.of(
                    "day",
                    "electricity1",
                    "electricity2",
                    "electricity1_returned",
                    "electricity2_returned",
                    "gas",
                    "electricity1_reading",
                    "electricity2_reading",
                    "electricity1_returned_reading",
                    "electricity2_returned_reading",
                    "gas_reading",
                    "electricity_reading_timestamp",
                    "gas_reading_timestamp"));

    private final DsmrReaderClient client;

    /**
     * @param address of DSMR-reader, as a browser has it
     * @param key from its settings, "API"
     * @throws HistoryFileException if it is no address or no key
     */
    public DsmrReaderApi(URI address, String key) throws HistoryFileException {
        this(address, key, PATIENCE);
    }

    DsmrReaderApi(URI address, String key, Duration patience) throws HistoryFileException {
        client = new DsmrReaderClient(address, key, patience);
    }

    /**
     * Writes all that it has.
     *
     * @param file is written over
     * @param share hears how much of it is there, from 0 to 1
     * @throws HistoryFileException with what to do; what stands in the file is then of no use
     * @throws IOException if the file cannot be written
     */
    public void save(Path file, DoubleConsumer share) throws IOException {
        long rows = 0;
        try (BufferedWriter to = Files.newBufferedWriter(file)) {
            to.write("-- What DSMR-reader's API answered, as its backup has it.\n");
            Table readings = new Table(READINGS, to, part -> share.accept(part * 0.7));
            readings.save();
            rows += readings.rows;
            List<Kind> more = new ArrayList<>(List.of(HOURS, DAYS));
            if (readings.rows == 0) {
                more.add(ELECTRICITY);
            }
            if (!readings.hasGas) {
                more.add(GAS);
            }
            for (int i = 0; i < more.size(); i++) {
                double before = 0.7 + 0.3 * i / more.size();
                Table table = new Table(more.get(i), to, part -> share.accept(before + part * 0.3 / more.size()));
                table.save();
                rows += table.rows;
            }
        }
        if (rows == 0) {
            throw new HistoryFileException("This DSMR-reader has no readings and no statistics: is it the right one?");
        }
        share.accept(1);
    }

    /** One table on its way into the file. */
    private final class Table {
        private final Kind kind;
        private final BufferedWriter to;
        private final DoubleConsumer share;
        private long rows;
        private boolean hasGas;

        Table(Kind kind, BufferedWriter to, DoubleConsumer share) {
            this.kind = kind;
            this.to = to;
            this.share = share;
        }

        void save() throws IOException {
            LocalDate first = edge("");
            LocalDate last = edge("-");
            if (first == null || last == null) {
                return;
            }
            to.write("COPY public." + kind.table() + " (" + String.join(", ", kind.columns()) + ") FROM stdin;\n");
            long days = 8;
            LocalDate from = first;
            while (!from.isAfter(last)) {
                long read = span(from, from.plusDays(days - 1));
                if (read < 0) {
                    days = days / 2;
                    continue;
                }
                from = from.plusDays(days);
                days = read < FEW_ROWS ? Math.min(MOST_DAYS, days * 2) : days;
                share.accept(Math.min(
                        1, (double) ChronoUnit.DAYS.between(first, from) / (1 + ChronoUnit.DAYS.between(first, last))));
            }
            to.write("\\.\n");
        }

        /**
         * Saves the rows of some days; -1, and nothing is saved, if there are too many and the days can be halved. The interface takes
         * wall times of its own zone, so a span begins and ends at midnight, which October has once.
         */
        private long span(LocalDate from, LocalDate until) throws IOException {
            String begin = from + (kind.isDaily() ? "" : "%2000:00:00");
            String end = until + (kind.isDaily() ? "" : "%2023:59:59");
            long read = 0;
            long count = Long.MAX_VALUE;
            while (read < count) {
                Map<String, Object> answer =
                        client.get(kind.path() + "?" + kind.column() + "__gte=" + begin + "&" + kind.column() + "__lte="
                                + end + "&ordering=" + kind.column() + "&limit=" + PAGE + "&offset=" + read);
                count = count(answer);
                if (read == 0 && count > MANY_ROWS && from.isBefore(until)) {
                    return -1;
                }
                List<Map<String, Object>> results = Json.objects(answer, "results");
                if (results.isEmpty() && read < count) {
                    throw new HistoryFileException("DSMR-reader promises " + count + " rows and gives " + read
                            + ": it is perhaps tidying up. Try again later.");
                }
                for (Map<String, Object> result : results) {
                    row(result);
                }
                read += results.size();
            }
            return read;
        }

        private void row(Map<String, Object> result) throws IOException {
            List<String> values = new ArrayList<>();
            for (String column : kind.columns()) {
                String value = Json.text(result, column);
                values.add(value.isBlank() ? "\\N" : value.replaceAll("[\\\\\\p{Cntrl}]", "?"));
            }
            to.write(String.join("\t", values) + "\n");
            rows++;
            hasGas |= !Json.text(result, "extra_device_delivered").isBlank()
                    && !Json.text(result, "extra_device_timestamp").isBlank();
        }

        /** The day of the first row, or of the last; null if there is none. */
        private LocalDate edge(String descending) throws IOException {
            Map<String, Object> answer =
                    client.get(kind.path() + "?ordering=" + descending + kind.column() + "&limit=1");
            if (count(answer) == 0) {
                return null;
            }
            List<Map<String, Object>> results = Json.objects(answer, "results");
            String time = results.isEmpty() ? "" : Json.text(results.get(0), kind.column());
            try {
                return kind.isDaily()
                        ? WallTimes.date(time, kind.column())
                        : OffsetTimes.instant(time, ZoneOffset.UTC, kind.column())
                                .atZone(ITS_ZONE)
                                .toLocalDate();
            } catch (RowException e) {
                throw new HistoryFileException("A row of DSMR-reader has no time that can be read.");
            }
        }
    }

    private static long count(Map<String, Object> answer) throws HistoryFileException {
        String count = Json.text(answer, "count");
        if (!count.matches("[0-9]{1,12}")) {
            throw new HistoryFileException(
                    "What answers at this address is not DSMR-reader's API v2: is the address the right one?");
        }
        return Long.parseLong(count);
    }
}
