package energy.sem.history.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import energy.sem.history.answer.Amounts;
import energy.sem.history.answer.Bucket;
import energy.sem.p1.Direction;
import energy.sem.p1.Register;

/** The columns of a table of buckets. What a later version adds comes last. */
final class BucketTable {
    /** A column in every file; other registers have one where a meter has them. */
    private static final Set<Register> ALWAYS = EnumSet.of(
            Register.IMPORT_T1_WH,
            Register.IMPORT_T2_WH,
            Register.IMPORT_WH,
            Register.EXPORT_T1_WH,
            Register.EXPORT_T2_WH,
            Register.EXPORT_WH);

    private final List<Register> registers;

    private BucketTable(Collection<Register> known) {
        registers = totalsFirst(columns(known));
    }

    /** That of the registers which some of the buckets have. */
    static BucketTable of(List<Bucket> buckets) {
        return new BucketTable(Register.ofElectricityMeter().stream()
                .filter(register ->
                        buckets.stream().anyMatch(bucket -> bucket.amounts().of(register) != null))
                .toList());
    }

    /** That of a meter with these registers. */
    static BucketTable of(Collection<Register> registers) {
        return new BucketTable(registers.stream()
                .filter(Register.ofElectricityMeter()::contains)
                .collect(Collectors.toSet()));
    }

    /** The registers that have a column in a table of a meter that has these, in their order. */
    static Set<Register> columns(Collection<Register> known) {
        Set<Register> registers = EnumSet.copyOf(ALWAYS);
        known.stream().filter(register -> register.obis() != null).forEach(registers::add);
        return registers;
    }

    /** The total of a direction before its tariffs. */
    private static List<Register> totalsFirst(Set<Register> registers) {
        List<Register> ordered = new ArrayList<>(registers);
        for (Direction direction : Direction.values()) {
            Register total = Register.total(direction);
            ordered.remove(total);
            ordered.add(ordered.indexOf(Register.tariffs(direction).get(0)), total);
        }
        return ordered;
    }

    List<String> header() {
        List<String> header = new ArrayList<>(List.of("from", "to"));
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
                "cost_eur",
                "peak_from",
                "peak_to"));
        return header;
    }

    List<Object> row(Bucket bucket) {
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
        fields.add(amounts.peakFrom());
        fields.add(amounts.peakTo());
        return fields;
    }
}
