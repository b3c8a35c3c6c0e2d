package energy.sem.history.api;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.ws.rs.core.MediaType;

import energy.sem.history.answer.Amounts;
import energy.sem.history.answer.Bucket;
import energy.sem.history.answer.EventsAnswer;
import energy.sem.history.answer.PeriodAnswer;

/**
 * Answers as CSV (RFC 4180), a header line first. A text that comes from outside, such as a serial number, is quoted where it
 * must be, and none is a formula for a spreadsheet.
 *
 * @param belgian semicolons, decimal commas and a byte-order mark, as a Belgian Excel opens it
 */
record Csv(boolean belgian) {
    static final String MEDIA_TYPE = "text/csv";
    static final MediaType TYPE = MediaType.valueOf(MEDIA_TYPE);
    static final MediaType TYPE_UTF_8 = MediaType.valueOf(MEDIA_TYPE + ";charset=UTF-8");

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    /** What makes a spreadsheet calculate when a cell begins with it. */
    private static final String FORMULA = "=+-@\t\r\n";

    private static final Pattern QUOTED = Pattern.compile("[\",;\r\n]");

    private static final List<String> HEADER = List.of(
            "from",
            "to",
            "import_kwh",
            "import_t1_kwh",
            "import_t2_kwh",
            "export_kwh",
            "export_t1_kwh",
            "export_t2_kwh",
            "gas_m3",
            "water_m3",
            "heat_gj",
            "submeter_kwh",
            "peak_kw",
            "peak_at",
            "coverage",
            "estimated",
            "cost_eur");

    private static final List<String> EVENTS_HEADER = List.of(
            "at",
            "what",
            "initial",
            "kind",
            "serial",
            "phase",
            "relay",
            "channel",
            "from",
            "seconds",
            "value",
            "unit",
            "previous_value",
            "state",
            "previous_state",
            "text",
            "previous_text",
            "previous_kind",
            "previous_serial");

    /** One line a bucket; a field that is not known is empty. */
    String of(PeriodAnswer answer) {
        StringBuilder csv = new StringBuilder(start());
        line(csv, HEADER.toArray());
        for (Bucket bucket : answer.buckets()) {
            Amounts amounts = bucket.amounts();
            line(
                    csv,
                    bucket.from(),
                    bucket.to(),
                    amounts.importKwh(),
                    amounts.importT1Kwh(),
                    amounts.importT2Kwh(),
                    amounts.exportKwh(),
                    amounts.exportT1Kwh(),
                    amounts.exportT2Kwh(),
                    amounts.gasM3(),
                    amounts.waterM3(),
                    amounts.heatGj(),
                    amounts.submeterKwh(),
                    amounts.peakKw(),
                    amounts.peakAt(),
                    bucket.coverage(),
                    bucket.estimated(),
                    amounts.costs() == null ? null : amounts.costs().total());
        }
        return csv.toString();
    }

    /** One line an event; a field that is not known is empty. */
    String of(EventsAnswer answer) {
        StringBuilder csv = new StringBuilder(start());
        line(csv, EVENTS_HEADER.toArray());
        for (EventsAnswer.Event event : answer.events()) {
            line(
                    csv,
                    time(event.at()),
                    event.what(),
                    event.initial(),
                    event.kind(),
                    event.serial(),
                    event.phase(),
                    event.relay(),
                    event.channel(),
                    time(event.from()),
                    event.seconds(),
                    event.value(),
                    event.unit(),
                    event.previousValue(),
                    event.state(),
                    event.previousState(),
                    event.text(),
                    event.previousText(),
                    event.previousKind(),
                    event.previousSerial());
        }
        return csv.toString();
    }

    /** With its seconds also when they are 0, so that a column has one form. */
    private static String time(OffsetDateTime time) {
        return time == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }

    /** What a file begins with, before its header. */
    String start() {
        return belgian ? BYTE_ORDER_MARK : "";
    }

    /** Appends one line. */
    void line(StringBuilder csv, Object... fields) {
        for (int i = 0; i < fields.length; i++) {
            if (i > 0) {
                csv.append(belgian ? ';' : ',');
            }
            csv.append(text(fields[i]));
        }
        csv.append("\r\n");
    }

    private String text(Object field) {
        if (field == null) {
            return "";
        }
        if (field instanceof BigDecimal number) {
            String plain = number.toPlainString();
            return belgian ? plain.replace('.', ',') : plain;
        }
        return field instanceof String text ? cell(text) : field.toString();
    }

    private String cell(String text) {
        String harmless = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return QUOTED.matcher(harmless).find() ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
