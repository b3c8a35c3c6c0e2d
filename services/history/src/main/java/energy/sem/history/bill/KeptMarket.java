package energy.sem.history.bill;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;

import energy.sem.bill.sum.EnteredMonths;
import energy.sem.bill.sum.Market;
import energy.sem.history.store.AreaPrices;
import energy.sem.history.store.SpotPrices;

/** Day-ahead prices from the table, and values of months from the files. Not thread-safe. */
final class KeptMarket implements Market {
    private final SpotPrices prices;
    private final EnteredMonths entered;
    private final Map<String, AreaPrices> byArea = new HashMap<>();

    KeptMarket(SpotPrices prices, EnteredMonths entered) {
        this.prices = prices;
        this.entered = entered;
    }

    @Override
    public BigDecimal spot(String area, int quarter) {
        return of(area).get(quarter);
    }

    @Override
    public long spotE5(String area, int quarter) {
        return of(area).getE5(quarter);
    }

    private AreaPrices of(String area) {
        AreaPrices known = byArea.get(area);
        return known != null ? known : byArea.computeIfAbsent(area, prices::all);
    }

    @Override
    public MonthValue index(String name, YearMonth month) {
        return entered.index(name, month);
    }

    @Override
    public MonthValue gasKwhM3(String name, YearMonth month) {
        return entered.gasKwhM3(name, month);
    }

    @Override
    public MonthValue gasM3M3(String name, YearMonth month) {
        return entered.gasM3M3(name, month);
    }
}
