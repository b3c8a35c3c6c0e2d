package energy.sem.history.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.ws.rs.core.MediaType;

/**
 * CSV (RFC 4180), the one writer of it. A text that comes from outside, such as a serial number, is quoted where it must be,
 * and none is a formula for a spreadsheet; all times have one form.
 *
 * @param belgian semicolons, decimal commas and a byte-order mark, as a Belgian Excel opens it
 */
record Csv(boolean belgian) {
    static final String MEDIA_TYPE = "text/csv";
    static final MediaType TYPE_UTF_8 = MediaType.valueOf(MEDIA_TYPE + ";charset=UTF-8");

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** What makes a spreadsheet calculate when a cell begins with it, also after spaces. */
    private static final Pattern FORMULA = Pattern.compile("(?s)\\h*[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20].*");

    private static final Pattern QUOTED = Pattern.compile("[\",;\r\n]");

    /** Seconds also when they are 0, and an offset also when it is that of UTC. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    /** What a file begins with, before its header. */
    String start() {
        return belgian ? BYTE_ORDER_MARK : "";
    }

    /** One line; a field that is {@code null} is empty. */
    String line(List<?> fields) {
        StringBuilder line = new StringBuilder();
        String between = "";
        for (Object field : fields) {
            line.append(between).append(text(field));
            between = belgian ? ";" : ",";
        }
        return line.append("\r\n").toString();
    }

    private String text(Object field) {
        if (field == null) {
            return "";
        }
        if (field instanceof BigDecimal number) {
            String plain = number.toPlainString();
            return belgian ? plain.replace('.', ',') : plain;
        }
        if (field instanceof OffsetDateTime time) {
            return TIME.format(time);
        }
        boolean harmless = field instanceof Number || field instanceof Boolean || field instanceof Instant;
        return harmless ? field.toString() : cell(field.toString());
    }

    private static String cell(String text) {
        String harmless = FORMULA.matcher(text).matches() ? "'" + text : text;
        return QUOTED.matcher(harmless).find() ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
