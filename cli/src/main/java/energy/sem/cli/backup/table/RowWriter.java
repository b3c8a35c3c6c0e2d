package energy.sem.cli.backup.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Rows as LOAD DATA reads them: fields apart by tabs, a line each, {@code \N} for NULL, what could be mistaken after a backslash. */
final class RowWriter {
    private RowWriter() {}

    /**
     * Writes the row at which the result stands.
     *
     * @param columns how many it has
     */
    static void write(ResultSet rows, int columns, StringBuilder line, OutputStream out)
            throws SQLException, IOException {
        line.setLength(0);
        for (int column = 1; column <= columns; column++) {
            if (column > 1) {
                line.append('\t');
            }
            append(rows.getString(column), line);
        }
        out.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }

    static void append(String value, StringBuilder line) {
        if (value == null) {
            line.append("\\N");
            return;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> line.append("\\\\");
                case '\t' -> line.append("\\t");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\0' -> line.append("\\0");
                default -> line.append(c);
            }
        }
    }
}
