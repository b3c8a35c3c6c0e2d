package energy.sem.history.api;

import java.math.BigDecimal;
import java.util.List;

import jakarta.ws.rs.core.MediaType;

import energy.sem.history.answer.Amounts;
import energy.sem.history.answer.Bucket;
import energy.sem.history.answer.PeriodAnswer;

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
