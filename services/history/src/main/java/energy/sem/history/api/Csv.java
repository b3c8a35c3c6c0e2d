package energy.sem.history.api;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.ws.rs.core.MediaType;

import energy.sem.history.answer.Amounts;
import energy.sem.history.answer.Bucket;
import energy.sem.history.answer.EventsAnswer;
import energy.sem.history.answer.PeriodAnswer;
import energy.sem.p1.Direction;
import energy.sem.p1.Register;

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
    /** A column in every file; other registers have one where a meter has them. */
    private static final Set<Register> ALWAYS = EnumSet.of(
            Register.IMPORT_T1_WH,
            Register.IMPORT_T2_WH,
            Register.IMPORT_WH,
            Register.EXPORT_T1_WH,
            Register.EXPORT_T2_WH,
            Register.EXPORT_WH);

    /** What makes a spreadsheet calculate when a cell begins with it. */
    private static final String FORMULA = "=+-@\t\r\n";

    private static final Pattern QUOTED = Pattern.compile("[\",;\r\n]");

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
        List<Register> registers = registers(answer);
        StringBuilder csv = new StringBuilder(start());
        List<Object> header = new ArrayList<>(List.of("from", "to"));
        registers.forEach(register -> header.add(register.csvHeader()));
        header.addAll(List.of(
                "gas_m3",
                "water_m3",
                "heat_gj",
                "submeter_kwh",
                "peak_kw",
                "peak_at",
                "coverage",
                "estimated",
                "cost_eur"));
        line(csv, header.toArray());
        for (Bucket bucket : answer.buckets()) {
            Amounts amounts = bucket.amounts();
            List<Object> fields = new ArrayList<>();
            fields.add(bucket.from());
            fields.add(bucket.to());
            registers.forEach(register -> fields.add(amounts.of(register)));
            fields.add(amounts.gasM3());
            fields.add(amounts.waterM3());
            fields.add(amounts.heatGj());
            fields.add(amounts.submeterKwh());
            fields.add(amounts.peakKw());
            fields.add(amounts.peakAt());
            fields.add(bucket.coverage());
            fields.add(bucket.estimated());
            fields.add(amounts.costs() == null ? null : amounts.costs().total());
            line(csv, fields.toArray());
        }
        return csv.toString();
    }

    /** The registers that have a column, in their order. */
    static Set<Register> registers(Collection<Register> known) {
        Set<Register> registers = EnumSet.copyOf(ALWAYS);
        known.stream().filter(register -> register.obis() != null).forEach(registers::add);
        return registers;
    }

    /** The total of a direction before its tariffs. */
    private static List<Register> registers(PeriodAnswer answer) {
        List<Register> known = Register.ofElectricityMeter().stream()
                .filter(register -> answer.buckets().stream()
                        .anyMatch(bucket -> bucket.amounts().of(register) != null))
                .toList();
        List<Register> ordered = new ArrayList<>(registers(known));
        for (Direction direction : Direction.values()) {
            Register total = Register.total(direction);
            ordered.remove(total);
            ordered.add(ordered.indexOf(Register.tariffs(direction).get(0)), total);
        }
        return ordered;
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
