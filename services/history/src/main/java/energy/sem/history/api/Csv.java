package energy.sem.history.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import jakarta.ws.rs.core.MediaType;

import energy.sem.history.answer.Amounts;
import energy.sem.history.answer.Bucket;
import energy.sem.history.answer.PeriodAnswer;
import energy.sem.p1.Direction;
import energy.sem.p1.Register;

/**
 * Buckets as CSV (RFC 4180), a header line first. No text in it comes from outside, so nothing is quoted.
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

    /** The registers that have a column, in their order. */
    static Set<Register> registers(Collection<Register> known) {
        Set<Register> registers = EnumSet.copyOf(ALWAYS);
        known.stream().filter(register -> register.obis() != null).forEach(registers::add);
        return registers;
    }

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
        return field.toString();
    }
}
