package energy.sem.history.api;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;

import energy.sem.history.store.Device;
import energy.sem.history.store.KeptTable;
import energy.sem.history.store.Meter;
import energy.sem.history.store.Snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * All that is kept for ever of a meter as one zip: a CSV a table, and last the manifest with the sum of each. docs/moving-out.md
 * describes it. Not thread-safe.
 */
final class ExportZip {
    /** What the manifest says of itself; a reader refuses a version that it does not know. */
    static final String FORMAT = "sem-export";

    static final int VERSION = 1;

    private static final Csv CSV = new Csv(false);
    private static final String READ_ME =
            """
            The history of the meter %s, as SEM keeps it for ever.

            manifest.json      what is here: rows and SHA-256 of each file, the zone of wall times, the units
            devices.csv        each serial number; the others name it by its number here
            quarter_hours.csv  the first and the last reading of each quarter hour, with their times
            days.csv           the highest quarter-hour demand of each day
            month_peaks.csv    the month peaks that the meter states itself
            events.csv         what meter and devices said beside their counts
            contracts.json     prices, as they were set

            Energies are Wh, powers W, voltages tenths of a volt, volumes litres, heat MJ. Times end in Z and are UTC; wall_time
            is the household's clock. An empty cell is a value that nobody knows: it is not 0. What flowed between two instants
            is the difference of a register.

            SEM takes back what was counted and said: sem import FILE reads the devices, the quarter hours, the month peaks and the
            events, and computes the days from them. The prices are for you and for other programs: they are set anew.
            """;

    private final ZipOutputStream zip;
    private final ObjectMapper mapper;
    private final List<Manifest.Part> files = new ArrayList<>();

    ExportZip(OutputStream output, ObjectMapper mapper) {
        this.zip = new ZipOutputStream(output, UTF_8);
        this.mapper = mapper;
    }

    /** What the file is; its last entry, as the sums are known then. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Manifest(
            String format,
            int version,
            String meter,
            boolean simulated,
            Instant firstAt,
            String zone,
            Instant madeAt,
            String madeBy,
            Map<String, String> units,
            List<Part> files) {
        record Part(String name, long rows, String sha256) {}
    }

    /** Rows of one file. */
    interface Rows {
        void write(Line line) throws IOException;
    }

    /** Takes one row. */
    interface Line {
        void of(List<?> cells) throws IOException;
    }

    /** Writes a file of lines below a header. */
    void table(String name, List<String> header, Rows rows) throws IOException {
        long[] count = {-1};
        file(name + ".csv", output -> {
            Line line = cells -> {
                output.write(CSV.line(cells).getBytes(UTF_8));
                count[0]++;
            };
            line.of(header);
            rows.write(line);
            return count[0];
        });
    }

    /** Writes a table that is kept of each of these devices, which are numbered as in devices.csv. */
    void ofDevices(KeptTable table, List<Device> all, List<Device> devices, Snapshot snapshot) throws IOException {
        table(table.name(), withDevice(table.header()), line -> {
            for (Device device : devices) {
                int number = all.indexOf(device) + 1;
                snapshot.read(table, device.id(), cells -> {
                    cells.add(0, number);
                    line.of(cells);
                });
            }
        });
    }

    private static List<String> withDevice(List<String> header) {
        List<String> all = new ArrayList<>(header);
        all.add(0, "device");
        return all;
    }

    /** Writes a value as JSON. */
    void json(String name, List<?> values) throws IOException {
        file(name + ".json", output -> {
            output.write(mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(values));
            return values.size();
        });
    }

    /** Writes what a person reads first. */
    void readMe(String meter) throws IOException {
        file("README.txt", output -> {
            String text = READ_ME.formatted(meter);
            output.write(text.getBytes(UTF_8));
            return text.lines().count();
        });
    }

    /** Writes the manifest and ends the file. */
    void end(Meter meter, String zone, Instant now, String version) throws IOException {
        Manifest manifest = new Manifest(
                FORMAT,
                VERSION,
                meter.name(),
                meter.simulated(),
                Instant.ofEpochMilli(meter.firstAtMilli()),
                zone,
                now,
                version,
                Map.of("energy", "Wh", "power", "W", "voltage", "0.1 V", "volume", "L", "heat", "MJ"),
                List.copyOf(files));
        zip.putNextEntry(new ZipEntry("manifest.json"));
        zip.write(mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
        zip.closeEntry();
        zip.finish();
        zip.flush();
    }

    private interface Content {
        long write(OutputStream output) throws IOException;
    }

    private void file(String name, Content content) throws IOException {
        MessageDigest digest = Sha256.digest();
        zip.putNextEntry(new ZipEntry(name));
        // Its end would be the zip's: it is never closed.
        long rows = content.write(new DigestOutputStream(zip, digest));
        zip.closeEntry();
        files.add(new Manifest.Part(name, rows, HexFormat.of().formatHex(digest.digest())));
    }
}
