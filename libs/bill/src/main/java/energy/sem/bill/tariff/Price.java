package energy.sem.bill.tariff;

import java.math.BigDecimal;
import java.util.List;

/** How much a base unit costs. */
public sealed interface Price {

    /** Always the same; negative earns. */
    record Constant(BigDecimal euro) implements Price {}

    /** Nobody has entered it: what flows has no price, and a total with it is not known. */
    record Unknown() implements Price {}

    /** Depends on how much flowed in the billing year, tranche by tranche. */
    record Brackets(List<Bracket> brackets) implements Price {
        public Brackets {
            brackets = List.copyOf(brackets);
        }
    }

    /**
     * One tranche.
     *
     * @param upTo base units a year; {@code null} for the last one, without end
     * @param euro of a base unit within it; {@code null} where it is not known
     */
    record Bracket(BigDecimal upTo, BigDecimal euro) {}

    /**
     * {@code factor * index + plus}, not below {@code floor} and not above {@code cap}.
     *
     * @param factor euro a base unit for each EUR/MWh of the index
     * @param index {@code spot}, or the name of a value that somebody publishes for each month
     * @param plus euro a base unit
     * @param floor or {@code null}
     * @param cap or {@code null}
     * @param step of {@code spot}; of no meaning for a month's value
     */
    record Formula(BigDecimal factor, String index, BigDecimal plus, BigDecimal floor, BigDecimal cap, Step step)
            implements Price {
        /** The index that is the day-ahead price. */
        public static final String SPOT = "spot";

        public boolean isSpot() {
            return index.equals(SPOT);
        }

        /** The price at a value of the index, EUR/MWh. */
        public BigDecimal at(BigDecimal eurMwh) {
            BigDecimal price = factor.multiply(eurMwh).add(plus);
            price = floor != null && price.compareTo(floor) < 0 ? floor : price;
            return cap != null && price.compareTo(cap) > 0 ? cap : price;
        }

        /** Whether sums of energy times index are enough to know the cost. */
        public boolean isLinear() {
            return floor == null && cap == null;
        }
    }

    /**
     * A share of what other lines cost: a discount, a bonus on what is earned.
     *
     * @param of names of the lines, whose VAT is the same
     * @param percent negative for a discount
     */
    record Percent(List<String> of, BigDecimal percent) implements Price {
        public Percent {
            of = List.copyOf(of);
        }
    }

    /**
     * Takes off what some components cost together beyond a maximum a kWh, as in Flanders: never more than the capacity costs
     * above a least peak.
     *
     * @param of names of the components, one of them by the peak
     * @param euroKwh the maximum
     * @param leastKw the peak whose cost remains whatever the maximum is
     * @param yearly whether it is looked at over a year, else over each month
     */
    record Maximum(List<String> of, BigDecimal euroKwh, BigDecimal leastKw, boolean yearly) implements Price {
        public Maximum {
            of = List.copyOf(of);
        }
    }
}
