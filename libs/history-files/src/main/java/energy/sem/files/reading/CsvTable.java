package energy.sem.files.reading;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import energy.sem.files.HistoryFileException;
import energy.sem.files.HistoryRows;

/** A table of comma-, semicolon- or tab-separated lines under a header, row by row. Not thread-safe. */
public final class CsvTable implements Closeable {
    private static final int MOST_CHARACTERS_A_ROW = 256 * 1024;

    private final InputStream bytes;
    private final LineEnds text;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final List<String> header = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private CsvRecord row;
    private CsvRecord ahead;
    private String endsEarly;
    private long endsEarlyAt;

    private CsvTable(InputStream bytes, char separator) throws IOException {
        this.bytes = bytes;
        text = new LineEnds(Encoding.reader(bytes));
        reader = CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(MOST_CHARACTERS_A_ROW)
                .ofCsvRecord(text);
        records = reader.iterator();
        ahead = read();
        if (next()) {
            for (String name : row.getFields()) {
                header.add(name.strip());
                names.add(normalised(name));
            }
        }
    }

    /** Reads the header. */
    public static CsvTable open(InputStream bytes, char separator) throws IOException {
        try {
            return new CsvTable(bytes, separator);
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    /** The separator that a header most likely has. */
    public static char separator(String header) {
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(header, candidate) > count(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char c) {
        return text.chars().filter(each -> each == c).count();
    }

    /** The names of a header line, normalised. */
    public static List<String> names(String headerLine) {
        List<String> names = new ArrayList<>();
        for (String name : headerLine.split(String.valueOf(separator(headerLine)), -1)) {
            names.add(normalised(name));
        }
        return names;
    }

    /** Only letters and digits, lower case: {@code Van (datum)} and {@code Van Datum} are the same name. */
    public static String normalised(String name) {
        StringBuilder kept = new StringBuilder(name.length());
        name.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** The header as it stands. */
    public List<String> header() {
        return List.copyOf(header);
    }

    /** The column with one of these normalised names, or -1. */
    public int column(String... aliases) {
        for (String alias : aliases) {
            int column = names.indexOf(alias);
            if (column >= 0) {
                return column;
            }
        }
        return -1;
    }

    /** Goes to the next row that is not empty; false behind the last. */
    public boolean next() throws IOException {
        row = ahead;
        if (row == null) {
            return false;
        }
        ahead = read();
        return true;
    }

    private CsvRecord read() throws IOException {
        try {
            while (records.hasNext()) {
                CsvRecord record = records.next();
                if (record.getFieldCount() > 1 || !record.getField(0).isBlank()) {
                    return record;
                }
            }
            return null;
        } catch (CsvParseException e) {
            throw new HistoryFileException(
                    "After line " + (row == null ? 0 : row.getStartingLineNumber())
                            + " comes a line longer than " + MOST_CHARACTERS_A_ROW
                            + " characters, or a quotation mark that never closes: this is not the table that it begins as.",
                    e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The field of the row, or an empty text where the row has none or the column is -1. */
    public String field(int column) {
        return column < 0 || column >= row.getFieldCount() ? "" : row.getField(column);
    }

    /** How many fields the row has. */
    public int fields() {
        return row.getFieldCount();
    }

    /** The line on which the row begins, from 1. */
    public long line() {
        return row.getStartingLineNumber();
    }

    /**
     * Whether the row may have been cut: it is the last and its line does not end, or has no end and fewer fields than the
     * header. Remembers it for {@link #finish}.
     *
     * @param numberIsLast whether the last field is a number, of which digits may be missing; then a missing line end is enough
     */
    public boolean isCut(boolean numberIsLast) {
        boolean open = ahead == null && !text.endedWithLine();
        boolean cut = open && (numberIsLast || row.getFieldCount() < header.size());
        if (cut) {
            endsEarly = "the file ends in the middle of this row, which is left out";
            endsEarlyAt = line();
        }
        return cut;
    }

    /** Tells at the end if the file, or what it was packed in, ends early. */
    public void finish(HistoryRows rows) {
        if (endsEarly == null && bytes instanceof EndsEarly packed && packed.endsEarly()) {
            endsEarly = "the compressed file is cut off here: download or copy it again";
            endsEarlyAt = text.lines() + 1;
        }
        if (endsEarly != null) {
            rows.endsEarly(endsEarlyAt, endsEarly);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
