package energy.sem.bill.sum;

import java.time.LocalDate;
import java.time.LocalDateTime;

import energy.sem.bill.tariff.Component;
import energy.sem.bill.tariff.When;

/** Which of a component's bands holds by the clock. Remembers the day; not thread-safe. */
final class ClockBands {
    private final Component component;
    private final Days days;
    private LocalDate day;
    private boolean holiday;

    ClockBands(Component component, Days days) {
        this.component = component;
        this.days = days;
    }

    int band(int quarter) {
        LocalDateTime time = days.time(quarter);
        if (!time.toLocalDate().equals(day)) {
            day = time.toLocalDate();
            holiday = component.holidays().has(day);
        }
        int otherwise = -1;
        for (int i = 0; i < component.bands().size(); i++) {
            When when = component.bands().get(i).when();
            if (when instanceof When.Clock clock && clock.holds(time, holiday)) {
                return i;
            }
            otherwise = when instanceof When.Otherwise ? i : otherwise;
        }
        if (otherwise < 0) {
            throw new IllegalStateException("no band of " + component.name() + " holds at " + time);
        }
        return otherwise;
    }
}
