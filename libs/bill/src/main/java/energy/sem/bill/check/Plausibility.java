package energy.sem.bill.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import energy.sem.bill.tariff.Component;
import energy.sem.bill.tariff.Flow;
import energy.sem.bill.tariff.MonthValues;
import energy.sem.bill.tariff.Owner;
import energy.sem.bill.tariff.Price;
import energy.sem.bill.tariff.Tariff;

/** Numbers that are allowed and look as if they had been copied in another unit: c and EUR, MWh and kWh, with VAT and without. */
public final class Plausibility {
    /** At this day-ahead price (EUR/MWh) suppliers' formulas of 2026 lie between 5 and 25 cents. */
    private static final BigDecimal SPOT = BigDecimal.valueOf(100);

    private static final BigDecimal LEAST_FORMULA = new BigDecimal("0.03");
    private static final BigDecimal MOST_KWH = BigDecimal.ONE;
    private static final BigDecimal LEAST_KWH = new BigDecimal("0.001");
    private static final BigDecimal MOST_M3 = BigDecimal.TEN;
    private static final BigDecimal LEAST_M3 = new BigDecimal("0.05");
    private static final BigDecimal MOST_YEAR = BigDecimal.valueOf(1000);

    /** What suppliers take of each euro of the day-ahead price, without VAT: not less than all of it, and hardly a tenth more. */
    private static final BigDecimal LEAST_SHARE = new BigDecimal("0.97");

    private static final BigDecimal MOST_SHARE = new BigDecimal("1.1");

    private final Tariff tariff;
    private final List<Question> questions = new ArrayList<>();

    private Plausibility(Tariff tariff) {
        this.tariff = tariff;
    }

    /**
     * What to look at again; empty where nothing looks odd. Only the supplier's prices are typed by hand.
     *
     * @param values of months that the files have
     */
    public static List<Question> questions(Tariff tariff, List<MonthValues> values) {
        Plausibility of = new Plausibility(tariff);
        Set<String> missing = new TreeSet<>();
        tariff.lines().values().stream()
                .flatMap(List::stream)
                .forEach(component -> component.bands().forEach(band -> {
                    if (component.owner() == Owner.SUPPLIER) {
                        of.ask(component, band.price());
                    }
                    if (band.price() instanceof Price.Formula formula
                            && !formula.isSpot()
                            && values.stream().noneMatch(each -> each.name().equals(formula.index()))) {
                        missing.add(formula.index());
                    }
                }));
        missing.forEach(
                each -> of.questions.add(
                        new Question(
                                Question.Reason.NO_VALUES,
                                each,
                                null,
                                null,
                                null,
                                "Look again: " + tariff.contract().name() + " follows \"" + each
                                        + "\", which has no values in these files: its bill has no total until they are entered under values.")));
        return of.questions;
    }

    private void ask(Component component, Price price) {
        if (price instanceof Price.Constant constant) {
            BigDecimal euro = constant.euro();
            switch (component.unit().base()) {
                case KWH -> within(component, euro, LEAST_KWH, MOST_KWH, "EUR/kWh", "");
                case M3 -> within(component, euro, LEAST_M3, MOST_M3, "EUR/m3", "");
                case YEAR -> within(component, euro, BigDecimal.ZERO, MOST_YEAR, "EUR/year", "");
                case MONTH ->
                    within(
                            component,
                            euro.multiply(BigDecimal.valueOf(12)),
                            BigDecimal.ZERO,
                            MOST_YEAR,
                            "EUR/year",
                            "");
                default -> {
                    // A capacity or a day's fee may be anything.
                }
            }
        } else if (price instanceof Price.Formula formula && formula.isSpot()) {
            BigDecimal least = component.flow() == Flow.IMPORT ? LEAST_FORMULA : BigDecimal.ZERO;
            int before = questions.size();
            within(component, formula.at(SPOT), least, MOST_KWH, "EUR/kWh", " at a day-ahead price of 100 EUR/MWh");
            if (questions.size() == before && component.flow() == Flow.IMPORT) {
                vat(component, formula);
            }
        }
    }

    private void within(
            Component component, BigDecimal euro, BigDecimal least, BigDecimal most, String unit, String at) {
        boolean low = euro.signum() != 0 && euro.abs().compareTo(least) < 0;
        if (low || euro.abs().compareTo(most) > 0) {
            questions.add(new Question(
                    at.isEmpty() ? Question.Reason.UNIT : Question.Reason.UNIT_OF_FORMULA,
                    component.name(),
                    euro,
                    unit,
                    component.unit().written(),
                    "Look again: \"" + component.name() + "\" of "
                            + tariff.contract().name() + " is "
                            + euro.stripTrailingZeros().toPlainString() + " " + unit + at + ". Is the unit really "
                            + component.unit().written() + "?"));
        }
    }

    /** VAT that is in the number already and added once more, or left out of one that should have it. */
    private void vat(Component component, Price.Formula formula) {
        BigDecimal rate = BigDecimal.ONE.add(component.vat().percent().movePointLeft(2));
        BigDecimal share = formula.factor().movePointRight(3);
        BigDecimal without = component.vat().included() ? share.divide(rate, MathContext.DECIMAL32) : share;
        boolean twice = !component.vat().included() && rate.compareTo(BigDecimal.ONE) > 0;
        if (without.compareTo(MOST_SHARE) > 0 && twice) {
            add(
                    Question.Reason.VAT_TWICE,
                    component,
                    without,
                    " Has the number the VAT in it already? Then write vat: "
                            + component.vat().percent().toPlainString() + " included.");
        } else if (without.compareTo(LEAST_SHARE) < 0 && component.vat().included()) {
            add(
                    Question.Reason.VAT_MISSING,
                    component,
                    without,
                    " Is the number really with VAT? Else write vat: "
                            + component.vat().percent().toPlainString() + ".");
        }
    }

    private void add(Question.Reason reason, Component component, BigDecimal times, String advice) {
        BigDecimal share = times.setScale(3, RoundingMode.HALF_UP);
        questions.add(new Question(
                reason,
                component.name(),
                share,
                null,
                component.vat().percent().toPlainString(),
                "Look again: \"" + component.name() + "\" of "
                        + tariff.contract().name() + " takes "
                        + share.stripTrailingZeros().toPlainString() + " times the day-ahead price without VAT."
                        + advice));
    }
}
