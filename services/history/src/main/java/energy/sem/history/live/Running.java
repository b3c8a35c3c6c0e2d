package energy.sem.history.live;

import java.time.YearMonth;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import energy.sem.event.Electricity;
import energy.sem.event.TelegramEvent;
import energy.sem.history.calendar.Household;
import energy.sem.history.peak.MonthPeak;
import energy.sem.p1.Direction;
import energy.sem.p1.RegisterValues;

/** The running quarter hour and the running month of a meter, as its newest telegram and the tables know them. */
@ApplicationScoped
class Running {
    private final Stored stored;
    private final Household household;

    Running(Stored stored, Household household) {
        this.stored = stored;
        this.household = household;
    }

    /** The running quarter hour's demand, W: the meter's own count where it has one (1-0:1.4.0), else from the register at the quarter hour's start; {@code null} when neither is known. */
    Integer demandW(Live live) {
        Electricity electricity = live.event().electricity();
        if (electricity.demandW() != null) {
            return electricity.demandW();
        }
        RegisterValues start = live.start() != null ? live.start() : stored.quarterStart(live.event());
        Long countedWh = start == null ? null : electricity.registers().since(start, Direction.IMPORT);
        return countedWh == null ? null : Math.toIntExact(4 * Math.max(0, countedWh));
    }

    /** The running month's as the newest telegram states it, else as the tables know it; {@code null} when it has none. */
    MonthPeak monthPeak(TelegramEvent event) {
        YearMonth month = YearMonth.from(event.at().atZone(household.zone()));
        return event.monthPeaks().stream()
                .filter(each -> !each.closed() && Objects.equals(each.month(), month))
                .findFirst()
                .map(each -> new MonthPeak(
                        month,
                        each.peakW(),
                        each.at() == null ? null : each.at().toEpochMilli(),
                        false,
                        null))
                .orElseGet(() -> stored.runningMonthPeak(event.meter()));
    }
}
