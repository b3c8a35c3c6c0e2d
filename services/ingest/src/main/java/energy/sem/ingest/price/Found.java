package energy.sem.ingest.price;

import java.util.ArrayList;
import java.util.List;

import energy.sem.bill.price.DeliveryDay;
import energy.sem.bill.price.QuarterPrices;

/**
 * What sources said of one day, in the order in which they are preferred. Of an ordinary day the first one that says a quarter hour
 * is believed; of a day on which the clock changes only what two say alike, a person typed, or the only source says. Not thread-safe.
 */
final class Found {
    private final DeliveryDay day;
    private final boolean anyIsBelieved;
    private final List<Said> said = new ArrayList<>();

    /** @param alone whether one source is all there is to ask */
    Found(DeliveryDay day, boolean alone) {
        this.day = day;
        this.anyIsBelieved = alone || !day.changesTheClock();
    }

    /**
     * What one source said.
     *
     * @param terms {@code null} when it says none
     * @param typed whether a person wrote it down
     */
    record Said(String source, String terms, QuarterPrices prices, boolean typed) {}

    void add(Said more) {
        said.add(more);
    }

    /** Those that said something and are no person. */
    List<String> others() {
        return said.stream().filter(each -> !each.typed()).map(Said::source).toList();
    }

    /** Whether nobody else need be asked. */
    boolean isEnough() {
        return known() == day.quarters();
    }

    /** How many quarter hours are known. */
    int known() {
        return parts().stream().mapToInt(each -> each.prices().count()).sum();
    }

    /** How many were said by somebody, believed or not. */
    int heard() {
        QuarterPrices all = QuarterPrices.NONE;
        for (Said each : said) {
            all = all.or(each.prices());
        }
        return all.count();
    }

    /** What each source is believed, no quarter hour twice; sources that are believed nothing are left out. */
    List<Said> parts() {
        List<Said> parts = new ArrayList<>();
        QuarterPrices before = QuarterPrices.NONE;
        for (Said each : said) {
            QuarterPrices mine = believed(each).without(before);
            if (!mine.isEmpty()) {
                parts.add(new Said(each.source(), each.terms(), mine, each.typed()));
                before = before.or(mine);
            }
        }
        return parts;
    }

    private QuarterPrices believed(Said one) {
        if (anyIsBelieved || one.typed()) {
            return one.prices();
        }
        QuarterPrices agreed = QuarterPrices.NONE;
        for (Said other : said) {
            if (!other.source().equals(one.source())) {
                agreed = agreed.or(one.prices().agreedWith(other.prices()));
            }
        }
        return agreed;
    }
}
