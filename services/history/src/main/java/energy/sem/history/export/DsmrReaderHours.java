package energy.sem.history.export;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.quarkus.narayana.jta.QuarkusTransaction;

import energy.sem.history.answer.Bucket;
import energy.sem.history.calendar.Household;
import energy.sem.history.calendar.Span;
import energy.sem.history.calendar.Step;
import energy.sem.history.period.Details;
import energy.sem.history.period.PeriodAnswers;
import energy.sem.history.period.RangeBuckets;
import energy.sem.history.period.Until;
import energy.sem.history.store.Meter;
import energy.sem.p1.Register;

/**
 * What was used each hour, as DSMR-reader 5 exports its hour statistics: kWh in each tariff, m³ of gas, the hour's start with its
 * offset.
 */
@Singleton
class DsmrReaderHours implements ExportTable {
    private static final List<Register> REGISTERS =
            List.of(Register.IMPORT_T1_WH, Register.IMPORT_T2_WH, Register.EXPORT_T1_WH, Register.EXPORT_T2_WH);

    private final PeriodAnswers answers;
    private final RangeBuckets buckets;
    private final Household household;

    DsmrReaderHours(PeriodAnswers answers, RangeBuckets buckets, Household household) {
        this.answers = answers;
        this.buckets = buckets;
        this.household = household;
    }

    @Override
    public String word() {
        return "dsmr-reader";
    }

    @Override
    public List<String> header() {
        return List.of(
                "Hour Start",
                "Electricity 1 (Dutch Users: Low Tariff)",
                "Electricity 2 (Dutch Users: Normal Tariff)",
                "Electricity 1 Returned (Dutch Users: Low Tariff)",
                "Electricity 2 Returned (Dutch Users: Normal Tariff)",
                "Gas");
    }

    @Override
    public void write(Meter meter, Rows rows) throws IOException {
        Optional<RangeBuckets.Lots> lots = QuarkusTransaction.requiringNew()
                .call(() -> Extent.hours(meter, answers.counters(meter), household.zone())
                        .map(span -> lots(meter, span)));
        while (lots.isPresent() && lots.get().hasNext()) {
            for (Bucket hour : QuarkusTransaction.requiringNew().call(lots.get()::next)) {
                row(hour, rows);
            }
        }
    }

    private RangeBuckets.Lots lots(Meter meter, Span span) {
        return buckets.of(meter, span, Step.of("PT1H"), Until.of("last-quarter"), Details.of(null));
    }

    private static void row(Bucket hour, Rows rows) throws IOException {
        Object[] cells = new Object[REGISTERS.size() + 2];
        cells[0] = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(hour.from());
        for (int i = 0; i < REGISTERS.size(); i++) {
            cells[i + 1] = threeDecimals(hour.amounts().of(REGISTERS.get(i)));
        }
        cells[cells.length - 1] = threeDecimals(hour.amounts().gasM3());
        if (Arrays.stream(cells).skip(1).anyMatch(cell -> cell != null)) {
            rows.row(Arrays.asList(cells));
        }
    }

    private static BigDecimal threeDecimals(BigDecimal value) {
        return value == null ? null : value.setScale(3);
    }
}
