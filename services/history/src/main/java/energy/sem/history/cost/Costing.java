package energy.sem.history.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import energy.sem.history.flow.Flow;
import energy.sem.p1.Direction;
import energy.sem.p1.Register;
import energy.sem.quarter.QuarterHours;

/** What flows cost under the contracts of one meter. */
public final class Costing {
    private static final BigDecimal MONTHS_A_YEAR = BigDecimal.valueOf(12);

    private final Map<Utility, List<Contract>> contracts = new EnumMap<>(Utility.class);
    private final Map<YearMonth, Integer> billingPeaksW;
    private final ZoneId zone;
    private final Spread spread;
    private final int feesFrom;
    private final int feesTo;

    /**
     * Costs under some contracts.
     *
     * @param contracts of the meter, in the order in which they begin
     * @param billingPeaksW of the months that are asked for, W
     * @param zone of the contracts' days: the household's
     * @param feesFrom the edge from which fees count: where the meter's history begins
     * @param feesTo the edge up to which time has elapsed
     */
    public Costing(
            List<Contract> contracts, Map<YearMonth, Integer> billingPeaksW, ZoneId zone, int feesFrom, int feesTo) {
        for (Utility utility : Utility.values()) {
            this.contracts.put(
                    utility,
                    contracts.stream().filter(each -> each.utility() == utility).toList());
        }
        this.billingPeaksW = Map.copyOf(billingPeaksW);
        this.zone = zone;
        this.spread = new Spread(zone);
        this.feesFrom = feesFrom;
        this.feesTo = feesTo;
    }

    /** The edges between two others, neither included, at which a price changes, in order. */
    public int[] changes(int from, int to) {
        return contracts.values().stream()
                .flatMap(List::stream)
                .mapToInt(this::start)
                .filter(edge -> edge > from && edge < to)
                .sorted()
                .distinct()
                .toArray();
    }

    /**
     * What a flow between two edges costs.
     *
     * @param from quarter number; no price changes between it and {@code to}
     */
    public Cost of(Flow flow, int from, int to) {
        Cost cost = Cost.NONE;
        cost = cost.plus(electricity(flow, from, to));
        cost = cost.plus(volume(Utility.GAS, Part.GAS, Part.GAS_FIXED, flow.gasLitre(), from, to));
        return cost.plus(volume(Utility.WATER, Part.WATER, Part.WATER_FIXED, flow.waterLitre(), from, to));
    }

    private Cost electricity(Flow flow, int from, int to) {
        if (contracts.get(Utility.ELECTRICITY).isEmpty()) {
            return Cost.NONE;
        }
        Contract contract = at(Utility.ELECTRICITY, from);
        if (contract == null) {
            return new Cost(Map.of(), flow.importWh() == null && flow.exportWh() == null);
        }
        Invoice invoice = new Invoice();
        invoice.energy(Part.IMPORT_T1, flow.energy().get(Register.IMPORT_T1_WH), contract.importT1(), 1);
        invoice.energy(Part.IMPORT_T2, flow.energy().get(Register.IMPORT_T2_WH), contract.importT2(), 1);
        invoice.energy(Part.IMPORT, others(flow, Direction.IMPORT), contract.importPlain(), 1);
        invoice.energy(Part.EXPORT_T1, flow.energy().get(Register.EXPORT_T1_WH), contract.exportT1(), -1);
        invoice.energy(Part.EXPORT_T2, flow.energy().get(Register.EXPORT_T2_WH), contract.exportT2(), -1);
        invoice.energy(Part.EXPORT, others(flow, Direction.EXPORT), contract.exportPlain(), -1);
        int start = Math.max(from, feesFrom);
        int end = Math.min(to, feesTo);
        if (contract.capacityKwYear() != null && start < end) {
            invoice.fee(Part.CAPACITY, spread.months(month -> capacity(contract, month), start, end));
        }
        invoice.fee(Part.ELECTRICITY_FIXED, fixed(contract, start, end));
        return invoice.cost();
    }

    /**
     * What was counted in neither tariff 1 nor 2, Wh: all of a meter without tariffs, tariffs 3 to 8 of one with more, and
     * what the meter's own total has more than its tariffs; {@code null} where there is nothing of it. Less than the Wh that
     * each register may be cut short by is rounding.
     */
    private static Long others(Flow flow, Direction direction) {
        Long total = flow.energy().get(Register.total(direction));
        if (total == null) {
            return null;
        }
        List<Register> tariffs =
                Register.tariffs(direction).stream().filter(flow.energy()::has).toList();
        long others = total;
        for (Register tariff : tariffs) {
            others -= tariff.tariff() <= 2 ? flow.energy().get(tariff) : 0;
        }
        boolean onlyBoth = tariffs.stream().allMatch(tariff -> tariff.tariff() <= 2);
        boolean rounding = !tariffs.isEmpty() && onlyBoth && Math.abs(others) <= tariffs.size();
        return rounding ? null : Long.valueOf(others);
    }

    private Cost volume(Utility utility, Part part, Part fixed, Long litre, int from, int to) {
        if (contracts.get(utility).isEmpty()) {
            return Cost.NONE;
        }
        Contract contract = at(utility, from);
        if (contract == null) {
            return new Cost(Map.of(), litre == null);
        }
        Invoice invoice = new Invoice();
        invoice.energy(part, litre, contract.m3(), 1);
        invoice.fee(fixed, fixed(contract, Math.max(from, feesFrom), Math.min(to, feesTo)));
        return invoice.cost();
    }

    private BigDecimal capacity(Contract contract, YearMonth month) {
        BigDecimal kw = BigDecimal.valueOf(billingPeaksW.getOrDefault(month, 0), 3);
        return kw.multiply(contract.capacityKwYear()).divide(MONTHS_A_YEAR, 12, RoundingMode.HALF_UP);
    }

    private BigDecimal fixed(Contract contract, int from, int to) {
        BigDecimal fee = BigDecimal.ZERO;
        if (from < to && contract.month() != null) {
            fee = fee.add(spread.months(month -> contract.month(), from, to));
        }
        if (from < to && contract.year() != null) {
            fee = fee.add(spread.years(contract.year(), from, to));
        }
        return fee;
    }

    private Contract at(Utility utility, int quarter) {
        Contract valid = null;
        for (Contract each : contracts.get(utility)) {
            if (start(each) <= quarter) {
                valid = each;
            }
        }
        return valid;
    }

    private int start(Contract contract) {
        LocalDate day = contract.from();
        return QuarterHours.of(day.atStartOfDay(zone).toInstant());
    }

    /** Gathers the parts of one contract. */
    private static final class Invoice {
        private final Map<Part, Cost.Item> parts = new EnumMap<>(Part.class);
        private boolean known = true;

        /** A quantity in thousandths; one that flowed and has no price makes the cost unknown, if it is to be paid. */
        void energy(Part part, Long quantity, BigDecimal price, int sign) {
            if (quantity == null) {
                return;
            }
            if (price == null) {
                known &= quantity == 0 || sign < 0;
                return;
            }
            BigDecimal euro = price.multiply(BigDecimal.valueOf(sign * quantity, 3));
            parts.put(part, new Cost.Item(quantity, euro));
        }

        void fee(Part part, BigDecimal euro) {
            if (euro.signum() != 0) {
                parts.put(part, new Cost.Item(0, euro));
            }
        }

        Cost cost() {
            return new Cost(parts, known);
        }
    }
}
