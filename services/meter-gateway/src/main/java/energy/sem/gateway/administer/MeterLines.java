package energy.sem.gateway.administer;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

import energy.sem.base.Problem;
import energy.sem.registry.MeterSetting;

/** Files of meters (RFC 4180): {@code meter} and settings as columns, in any order, a line a meter. Stateless. */
final class MeterLines {
    private static final String METER = "meter";
    private static final int MOST = 20_000;
    // What spreadsheets take for a formula.
    private static final Pattern FORMULA = Pattern.compile("(?s)[=+\\-@\\t\\r].*");

    /**
     * A line of a file.
     *
     * @param number of the line that it begins on, from 1, the header's
     * @param fault why it cannot be read; null when it can
     */
    record Line(long number, String meter, Map<String, String> settings, String fault) {}

    /**
     * The lines of a file.
     *
     * @throws Problem 400 when it has no header, or one that is not understood, or is no CSV
     */
    static List<Line> read(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
        if (text.chars().filter(c -> c == '"').count() % 2 != 0) {
            // The reader would take all that follows for one field.
            throw Problem.badRequest("The file has a quote that is never closed: nothing was changed.");
        }
        List<Line> lines = new ArrayList<>();
        List<String> header = List.of();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .skipEmptyLines(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(text)) {
            for (CsvRecord record : reader) {
                if (header.isEmpty()) {
                    header = header(record);
                } else if (lines.size() == MOST) {
                    throw Problem.badRequest("A file has at most " + MOST + " meters: send it in parts.");
                } else {
                    lines.add(line(header, record));
                }
            }
        } catch (CsvParseException e) {
            throw Problem.badRequest("The file is not CSV as RFC 4180 has it: nothing was changed.");
        } catch (IOException e) {
            throw new IllegalStateException("a text is always read", e);
        }
        if (lines.isEmpty()) {
            throw Problem.badRequest(
                    "The file has no meter: its first line is a header, such as meter,source,serial, and each other one a meter.");
        }
        return lines;
    }

    private static List<String> header(CsvRecord record) {
        List<String> header = record.getFields().stream().map(String::strip).toList();
        for (String column : header) {
            if (!column.equals(METER) && MeterSetting.of(column).isEmpty()) {
                throw Problem.badRequest("The file's column \"" + EntrySettings.shown(column)
                        + "\" is not known: there are meter, " + MeterSetting.words() + ", with commas between them.");
            }
        }
        if (!header.contains(METER) || new HashSet<>(header).size() < header.size()) {
            throw Problem.badRequest("The file's header needs the column meter, and each column once.");
        }
        return header;
    }

    private static Line line(List<String> header, CsvRecord record) {
        int there = record.getFieldCount();
        Map<String, String> settings = new HashMap<>();
        for (int i = 0; i < Math.min(there, header.size()); i++) {
            settings.put(header.get(i), record.getField(i).strip());
        }
        String meter = settings.remove(METER);
        String fault = there == header.size()
                ? null
                : "The line has " + there + " fields, and the header " + header.size() + ".";
        return new Line(record.getStartingLineNumber(), meter == null ? "" : meter, settings, fault);
    }

    /** What became of each line, with the same line numbers. */
    static String write(List<Administration.Added> added) {
        StringWriter answer = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(answer)) {
            csv.writeRecord("line", METER, "key", "fault");
            for (Administration.Added one : added) {
                csv.writeRecord(
                        Long.toString(one.line()),
                        plain(EntrySettings.shown(one.meter())),
                        text(one.key()),
                        plain(text(one.fault())));
            }
        } catch (IOException e) {
            throw new IllegalStateException("a text is always written", e);
        }
        return answer.toString();
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    private static String plain(String value) {
        return FORMULA.matcher(value).matches() ? "'" + value : value;
    }

    private MeterLines() {}
}
