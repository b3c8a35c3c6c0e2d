package energy.sem.history.bill;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import energy.sem.history.answer.PricesAnswer.PriceSource;
import energy.sem.history.answer.PricesAnswer.SourceFault;
import energy.sem.history.store.PriceFaults;
import energy.sem.history.store.SpotPrices;
import energy.sem.history.store.SpotPrices.SpotPrice;

/** Who said day-ahead prices, and who did not. */
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

    /** Why sources gave no prices of an area's days from one to another, both included. */
    public static List<SourceFault> faults(
            PriceFaults faults, String area, LocalDate first, LocalDate last, ZoneId zone) {
        return faults.of(area, first, last).stream()
                .map(each -> new SourceFault(
                        area,
                        each.day(),
                        each.source(),
                        each.at().truncatedTo(ChronoUnit.SECONDS).atZone(zone).toOffsetDateTime(),
                        each.reason(),
                        each.detail()))
                .toList();
    }

    private SaidPrices() {}
}
