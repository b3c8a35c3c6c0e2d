package energy.sem.history.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import energy.sem.bill.sum.Spread;
import energy.sem.history.flow.Flow;
import energy.sem.p1.Direction;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;
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
            return flow.importWh() != null
                    ? noContract(Part.IMPORT, flow.importWh())
                    : noContract(Part.EXPORT, flow.exportWh());
        }
        Invoice invoice = new Invoice(contract.name());
        RegisterValues energy = flow.energy();
        Others imported = Others.of(energy, Direction.IMPORT);
        Others exported = Others.of(energy, Direction.EXPORT);
        invoice.energy(Part.IMPORT_T1, energy.get(Register.IMPORT_T1_WH), contract.importT1());
        invoice.energy(Part.IMPORT_T2, energy.get(Register.IMPORT_T2_WH), contract.importT2());
        invoice.energy(Part.IMPORT, imported, contract.importPlain());
        if (contract.pricesExport()) {
            invoice.energy(Part.EXPORT_T1, energy.get(Register.EXPORT_T1_WH), negative(contract.exportT1()));
            invoice.energy(Part.EXPORT_T2, energy.get(Register.EXPORT_T2_WH), negative(contract.exportT2()));
            invoice.energy(Part.EXPORT, exported, negative(contract.exportPlain()));
        }
        int start = Math.max(from, feesFrom);
        int end = Math.min(to, feesTo);
        if (contract.capacityKwYear() != null && start < end) {
            invoice.fee(Part.CAPACITY, spread.months(month -> capacity(contract, month), start, end));
        }
        invoice.fee(Part.ELECTRICITY_FIXED, fixed(contract, start, end));
        return invoice.cost();
    }

    private static Cost noContract(Part part, Long quantity) {
        return quantity == null ? Cost.NONE : new Cost(Map.of(), List.of(new Unpriced(part, null, quantity, Set.of())));
    }

    private static BigDecimal negative(BigDecimal price) {
        return price == null ? null : price.negate();
    }

    private Cost volume(Utility utility, Part part, Part fixed, Long litre, int from, int to) {
        if (contracts.get(utility).isEmpty()) {
            return Cost.NONE;
        }
        Contract contract = at(utility, from);
        if (contract == null) {
            return noContract(part, litre);
        }
        Invoice invoice = new Invoice(contract.name());
        invoice.energy(part, litre, contract.m3());
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
        private final String contract;
        private final Map<Part, Cost.Item> parts = new EnumMap<>(Part.class);
        private final List<Unpriced> unpriced = new ArrayList<>();

        Invoice(String contract) {
            this.contract = contract;
        }

        /** A quantity in thousandths, or {@code null}; one that flowed and has no price makes the cost unknown. */
        void energy(Part part, Long quantity, BigDecimal price) {
            energy(part, quantity == null ? null : new Others(quantity, Set.of()), price);
        }

        void energy(Part part, Others flow, BigDecimal price) {
            if (flow == null) {
                return;
            }
            if (price != null) {
                parts.put(part, new Cost.Item(flow.wh(), price.multiply(BigDecimal.valueOf(flow.wh(), 3))));
            } else if (flow.wh() != 0) {
                unpriced.add(new Unpriced(part, contract, flow.wh(), flow.tariffs()));
            }
        }

        void fee(Part part, BigDecimal euro) {
            if (euro.signum() != 0) {
                parts.put(part, new Cost.Item(0, euro));
            }
        }

        Cost cost() {
            return new Cost(parts, unpriced);
        }
    }
}
