package energy.sem.history.bill;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import energy.sem.history.answer.PricesAnswer.PriceSource;
import energy.sem.history.store.SpotPrices;
import energy.sem.history.store.SpotPrices.SpotPrice;

/** Who said day-ahead prices. */
public final class SaidPrices {

    /** Each source of some prices of an area, when it was last asked for any of them, and its terms. */
    public static List<PriceSource> sources(SpotPrices prices, String area, Collection<SpotPrice> some, ZoneId zone) {
        Map<String, Instant> newest = new TreeMap<>();
        some.forEach(
                each -> newest.merge(each.source(), each.fetched(), (one, other) -> one.isAfter(other) ? one : other));
        return newest.entrySet().stream()
                .map(each -> new PriceSource(
                        each.getKey(),
                        each.getValue().atZone(zone).toOffsetDateTime(),
                        prices.terms(area, each.getKey())))
                .toList();
    }

    private SaidPrices() {}
}
