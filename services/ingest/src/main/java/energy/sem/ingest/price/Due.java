package energy.sem.ingest.price;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import energy.sem.bill.price.DeliveryDay;

/**
 * Which days' prices are due, and how long to wait after they did not come. Pure.
 *
 * @param since the first day that is wanted
 */
record Due(LocalDate since) {
    /** The auction's results are out about then, the day before. */
    private static final LocalTime PUBLISHED = LocalTime.of(13, 0);

    /** A day is asked for once more when it has begun: what was corrected by then counts. */
    private static final Duration CORRECTED = Duration.ofHours(1);

    private static final Duration SHORTEST = Duration.ofMinutes(10);
    private static final Duration LONGEST = Duration.ofHours(6);

    /** Two hours of attempts each ten minutes. */
    private static final int EAGER = 12;

    /** About two days of attempts. */
    private static final int MOST_ATTEMPTS = 20;

    private static final Duration OLD = Duration.ofDays(7);

    static Due since(Optional<LocalDate> first, Instant now) {
        return new Due(first.orElse(now.atZone(DeliveryDay.ZONE).toLocalDate().minusDays(1)));
    }

    /** The days whose prices are published, the most urgent first: tomorrow or today, then backwards. */
    List<DeliveryDay> days(Instant now) {
        ZonedDateTime time = now.atZone(DeliveryDay.ZONE);
        LocalDate last = time.toLocalTime().isBefore(PUBLISHED)
                ? time.toLocalDate()
                : time.toLocalDate().plusDays(1);
        List<DeliveryDay> days = new ArrayList<>();
        for (LocalDate day = last; !day.isBefore(since); day = day.minusDays(1)) {
            days.add(new DeliveryDay(day));
        }
        return days;
    }

    /** Whether what is known of a day may have been corrected since. */
    static boolean mayBeCorrected(DeliveryDay day, Instant fetched, Instant now) {
        Instant begins = day.date().atStartOfDay(DeliveryDay.ZONE).toInstant();
        return fetched.isBefore(begins)
                && now.isAfter(begins.plus(CORRECTED))
                && now.isBefore(begins.plus(Duration.ofDays(2)));
    }

    /** Whether a day is long past and was asked for so often that no source has it. */
    static boolean isGivenUp(DeliveryDay day, int attempts, Instant now) {
        Instant ended = day.next().date().atStartOfDay(DeliveryDay.ZONE).toInstant();
        return attempts >= MOST_ATTEMPTS && now.isAfter(ended.plus(OLD));
    }

    /** How long to wait after so many attempts that led to nothing. */
    static Duration pause(int attempts) {
        int doubled = Math.min(Math.max(attempts - EAGER, 0), 6);
        Duration pause = SHORTEST.multipliedBy(1L << doubled);
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
