package energy.sem.history.live;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import energy.sem.event.Electricity;
import energy.sem.event.MBusReading;
import energy.sem.event.TelegramEvent;
import energy.sem.history.answer.LatestAnswer;
import energy.sem.history.answer.RegisterFields;
import energy.sem.history.calendar.Household;
import energy.sem.history.peak.MonthPeak;
import energy.sem.history.peak.RunningQuarter;
import energy.sem.quarter.QuarterHours;

import static energy.sem.history.answer.Decimal.hundredths;
import static energy.sem.history.answer.Decimal.tenths;
import static energy.sem.history.answer.Decimal.thousandths;

/** An event as {@code /latest} and {@code /live} show it. */
@ApplicationScoped
public class LatestAnswers {
    private final Stored stored;
    private final Running running;
    private final Connections connections;
    private final Household household;

    LatestAnswers(Stored stored, Running running, Connections connections, Household household) {
        this.stored = stored;
        this.running = running;
        this.connections = connections;
        this.household = household;
    }

    /** The answer for a meter's newest event at this moment, with times in the given zone. */
    public LatestAnswer of(Live live, ZoneId zone) {
        TelegramEvent event = live.event();
        Electricity electricity = event.electricity();
        Instant now = household.now();
        long ageSeconds = Math.max(0, Duration.between(event.at(), now).toSeconds());
        MonthPeak peak = electricity == null ? null : running.monthPeak(event);
        return new LatestAnswer(
                event.meter(),
                Boolean.TRUE.equals(event.simulated()) ? true : null,
                time(event.at(), zone),
                ageSeconds,
                stored.isStale(event, ageSeconds),
                electricity == null ? null : electricity.tariff(),
                electricity == null ? null : thousandths(electricity.importW()),
                electricity == null ? null : thousandths(electricity.exportW()),
                electricity == null ? null : registers(electricity),
                electricity == null ? List.of() : phases(electricity),
                electricity == null ? null : quarter(live, now, peak, zone),
                peak == null ? null : written(peak, zone),
                event.devices().stream().map(each -> device(each, zone)).toList());
    }

    private LatestAnswer.Quarter quarter(Live live, Instant now, MonthPeak peak, ZoneId zone) {
        TelegramEvent event = live.event();
        Integer importW = event.electricity().importW();
        Integer demandW = running.demandW(live);
        int quarter = QuarterHours.of(event.at());
        if (importW == null || demandW == null || quarter != QuarterHours.of(now)) {
            return null;
        }
        Integer peakW = peak == null ? null : (Integer) peak.watts();
        RunningQuarter soFar =
                RunningQuarter.at(event.at().toEpochMilli(), demandW, importW, peakW, connections.watts(event));
        return new LatestAnswer.Quarter(
                thousandths(soFar.demandW()),
                thousandths(soFar.projectedW()),
                thousandths(soFar.limitW()),
                thousandths(soFar.freeW()),
                thousandths(soFar.freeAfterW()),
                time(QuarterHours.start(quarter), zone),
                time(QuarterHours.start(quarter + 1), zone));
    }

    private static LatestAnswer.MonthPeak written(MonthPeak peak, ZoneId zone) {
        return new LatestAnswer.MonthPeak(
                thousandths(peak.watts()),
                peak.atMilli() == null ? null : time(Instant.ofEpochMilli(peak.atMilli()), zone),
                edge(peak, 0, zone),
                edge(peak, 1, zone),
                peak.source());
    }

    private static OffsetDateTime edge(MonthPeak peak, int after, ZoneId zone) {
        return peak.quarter().isEmpty()
                ? null
                : time(QuarterHours.start(peak.quarter().getAsInt() + after), zone);
    }

    private static LatestAnswer.Registers registers(Electricity electricity) {
        return new LatestAnswer.Registers(electricity.serial(), RegisterFields.of(electricity.registers()));
    }

    private static List<LatestAnswer.Phase> phases(Electricity electricity) {
        return electricity.phases().stream()
                .map(each -> new LatestAnswer.Phase(
                        each.phase(),
                        tenths(each.voltageDeciV()),
                        hundredths(each.currentCentiA()),
                        thousandths(each.importW()),
                        thousandths(each.exportW())))
                .toList();
    }

    private static LatestAnswer.Device device(MBusReading reading, ZoneId zone) {
        String kind =
                switch (reading.kind()) {
                    case GAS -> "gas";
                    case WATER -> "water";
                    case HEAT -> "heat";
                    case ELECTRICITY -> "submeter";
                    case OTHER -> "other";
                };
        return new LatestAnswer.Device(
                kind,
                reading.serial(),
                thousandths(reading.volumeLitre()),
                thousandths(reading.heatMj()),
                thousandths(reading.energyWh()),
                time(reading.at(), zone));
    }

    private static OffsetDateTime time(Instant instant, ZoneId zone) {
        return Instant.ofEpochSecond(instant.getEpochSecond()).atZone(zone).toOffsetDateTime();
    }
}
