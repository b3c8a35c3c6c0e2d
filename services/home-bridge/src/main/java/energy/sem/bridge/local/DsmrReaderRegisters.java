package energy.sem.bridge.local;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import energy.sem.bridge.history.api.BucketJson;
import energy.sem.bridge.history.api.PeriodAnswerJson;
import energy.sem.bridge.history.api.RegisterReadingJson;
import energy.sem.bridge.history.api.RegisterReadingJson.KindEnum;
import energy.sem.bridge.value.TwoTariffs;

/**
 * The lists {@code /consumption/electricity} and {@code /consumption/gas}: what the registers showed at the end of each bucket. They
 * are counted back from those at the end of the range, which is exact, since history's buckets add up to the difference of the
 * registers. Where a device was replaced within the range they are null, and so they are from an amount that is not known on
 * backwards. Pure.
 */
final class DsmrReaderRegisters {
    private static final List<String> OF_PHASES = List.of(
            "phase_currently_delivered_l1",
            "phase_currently_delivered_l2",
            "phase_currently_delivered_l3",
            "phase_currently_returned_l1",
            "phase_currently_returned_l2",
            "phase_currently_returned_l3",
            "phase_voltage_l1",
            "phase_voltage_l2",
            "phase_voltage_l3",
            "phase_power_current_l1",
            "phase_power_current_l2",
            "phase_power_current_l3");

    private final DsmrReaderRows rows;

    DsmrReaderRegisters(DsmrReaderRows rows) {
        this.rows = rows;
    }

    /** Rows of quarter hours: registers in kWh at its end, and its mean powers in kW. */
    List<DsmrReaderList.Row> electricity(PeriodAnswerJson answer) {
        Optional<RegisterReadingJson> end = single(answer, KindEnum.ELECTRICITY);
        Register delivered = new Register(
                answer,
                end,
                at -> TwoTariffs.of(at.getImportT1Kwh(), at.getImportT2Kwh(), at.getImportKwh()),
                end.map(RegisterReadingJson::getImportT1Kwh).isPresent()
                        ? each -> new TwoTariffs(each.getImportT1Kwh(), each.getImportT2Kwh())
                        : each -> TwoTariffs.ofAll(each.getImportKwh()));
        Register returned = new Register(
                answer,
                end,
                at -> TwoTariffs.of(at.getExportT1Kwh(), at.getExportT2Kwh(), at.getExportKwh()),
                end.map(RegisterReadingJson::getExportT1Kwh).isPresent()
                        ? each -> new TwoTariffs(each.getExportT1Kwh(), each.getExportT2Kwh())
                        : each -> TwoTariffs.ofAll(each.getExportKwh()));
        List<DsmrReaderList.Row> all = new ArrayList<>();
        for (BucketJson bucket : read(answer, BucketJson::getImportKwh)) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("read_at", rows.time(bucket.getTo()));
            row.put("delivered_1", DsmrReaderRows.text(delivered.after(bucket).first()));
            row.put("returned_1", DsmrReaderRows.text(returned.after(bucket).first()));
            row.put("delivered_2", DsmrReaderRows.text(delivered.after(bucket).second()));
            row.put("returned_2", DsmrReaderRows.text(returned.after(bucket).second()));
            row.put("currently_delivered", DsmrReaderRows.meanOfQuarter(bucket.getImportKwh()));
            row.put("currently_returned", DsmrReaderRows.meanOfQuarter(bucket.getExportKwh()));
            OF_PHASES.forEach(name -> row.put(name, null));
            all.add(new DsmrReaderList.Row(bucket.getTo(), row));
        }
        return all;
    }

    /** Rows of hours: the gas meter's register in m³ at its end, and what flowed in it. */
    List<DsmrReaderList.Row> gas(PeriodAnswerJson answer) {
        Register delivered = new Register(
                answer,
                single(answer, KindEnum.GAS),
                at -> TwoTariffs.ofAll(at.getM3()),
                each -> TwoTariffs.ofAll(each.getGasM3()));
        List<DsmrReaderList.Row> all = new ArrayList<>();
        for (BucketJson bucket : read(answer, BucketJson::getGasM3)) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("read_at", rows.time(bucket.getTo()));
            row.put("delivered", DsmrReaderRows.text(delivered.after(bucket).first()));
            row.put("currently_delivered", DsmrReaderRows.text(bucket.getGasM3()));
            all.add(new DsmrReaderList.Row(bucket.getTo(), row));
        }
        return all;
    }

    private static List<BucketJson> read(PeriodAnswerJson answer, Function<BucketJson, BigDecimal> amount) {
        return answer.getBuckets().stream()
                .filter(bucket -> amount.apply(bucket) != null)
                .toList();
    }

    // Of a kind there is one device at the end of the range, and no other at its begin.
    private static Optional<RegisterReadingJson> single(PeriodAnswerJson answer, KindEnum kind) {
        if (answer.getRegisters() == null) {
            return Optional.empty();
        }
        List<RegisterReadingJson> from = of(kind, answer.getRegisters().getFrom());
        List<RegisterReadingJson> to = of(kind, answer.getRegisters().getTo());
        boolean one = to.size() == 1
                && from.stream().allMatch(reading -> reading.getSerial()
                        .equals(to.get(0).getSerial()));
        return one ? Optional.of(to.get(0)) : Optional.empty();
    }

    private static List<RegisterReadingJson> of(KindEnum kind, List<RegisterReadingJson> readings) {
        return readings.stream().filter(reading -> reading.getKind() == kind).toList();
    }

    /** What the registers of a direction showed at the end of each bucket. */
    private static final class Register {
        private static final TwoTariffs UNKNOWN = new TwoTariffs(null, null);

        private final IdentityHashMap<BucketJson, TwoTariffs> after = new IdentityHashMap<>();

        Register(
                PeriodAnswerJson answer,
                Optional<RegisterReadingJson> end,
                Function<RegisterReadingJson, TwoTariffs> register,
                Function<BucketJson, TwoTariffs> amount) {
            TwoTariffs value = end.map(register).orElse(UNKNOWN);
            List<BucketJson> buckets = answer.getBuckets();
            for (int i = buckets.size() - 1; i >= 0; i--) {
                BucketJson bucket = buckets.get(i);
                after.put(bucket, value);
                TwoTariffs counted = amount.apply(bucket);
                boolean nothing = counted.first() == null && counted.second() == null;
                if (!nothing || !isAfter(end, bucket)) {
                    value = new TwoTariffs(
                            before(value.first(), counted.first()), before(value.second(), counted.second()));
                }
            }
        }

        TwoTariffs after(BucketJson bucket) {
            return after.get(bucket);
        }

        // Of what comes after the newest reading nothing is known, and nothing is in the register.
        private static boolean isAfter(Optional<RegisterReadingJson> end, BucketJson bucket) {
            return end.map(RegisterReadingJson::getAt)
                    .map(at -> !bucket.getFrom().isBefore(at))
                    .orElse(false);
        }

        private static BigDecimal before(BigDecimal value, BigDecimal counted) {
            return value == null || counted == null ? null : value.subtract(counted);
        }
    }
}
