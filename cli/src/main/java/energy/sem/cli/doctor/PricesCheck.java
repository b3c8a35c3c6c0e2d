package energy.sem.cli.doctor;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import energy.sem.bill.price.DeliveryDay;
import energy.sem.bill.price.PriceArea;

/** Whether the day-ahead prices of yesterday, today and, when they are out for hours, tomorrow are there, where any are asked for. */
final class PricesCheck implements Check {
    /** Sources have them at one in the afternoon; ingest asks each ten minutes. */
    private static final LocalTime LATE = LocalTime.of(17, 0);

    private final Clock clock;

    PricesCheck(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "prices";
    }

    @Override
    public List<Finding> look(Patient patient) throws IOException {
        ZonedDateTime now = clock.instant().atZone(DeliveryDay.ZONE);
        DeliveryDay today = new DeliveryDay(now.toLocalDate());
        List<DeliveryDay> days =
                new ArrayList<>(List.of(new DeliveryDay(now.toLocalDate().minusDays(1)), today));
        if (!now.toLocalTime().isBefore(LATE)) {
            days.add(today.next());
        }
        List<Finding> findings = new ArrayList<>();
        for (String area :
                Arrays.stream(PriceArea.values()).map(PriceArea::name).toList()) {
            for (DeliveryDay day : days) {
                finding(patient, area, day).ifPresent(findings::add);
            }
        }
        return findings.isEmpty()
                ? List.of(Finding.well("no day-ahead prices are missing that were asked for"))
                : findings;
    }

    /** Faults of a source whose prices another one had are not what anybody waits for. */
    private static Optional<Finding> finding(Patient patient, String area, DeliveryDay day) throws IOException {
        Optional<String> faults =
                patient.text("SELECT GROUP_CONCAT(CONCAT(source, ': ', detail) ORDER BY source SEPARATOR '; ')"
                        + " FROM price_fault WHERE detail IS NOT NULL AND area = '" + area + "' AND day = '"
                        + day.date() + "'");
        if (faults.isEmpty()) {
            return Optional.empty();
        }
        long known = patient.number("SELECT COUNT(*) FROM spot_price WHERE area = '" + area + "' AND quarter >= "
                + day.from() + " AND quarter < " + day.to());
        return known == day.quarters()
                ? Optional.empty()
                : Optional.of(Finding.fault(
                        known + " of " + day.quarters() + " day-ahead prices of " + area + " for " + day.date()
                                + " are there; " + faults.get(),
                        "docs/costs.md says what each source needs; SEM_PRICES_SOURCES may name a second one, and it is"
                                + " asked again by itself"));
    }
}
