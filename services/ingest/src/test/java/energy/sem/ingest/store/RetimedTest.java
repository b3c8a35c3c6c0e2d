package energy.sem.ingest.store;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import energy.sem.event.MBusReading;
import energy.sem.event.MonthPeak;
import energy.sem.event.TelegramEvent;
import energy.sem.event.TelegramEvent.TimeSource;
import energy.sem.ingest.kit.Events;

import static org.assertj.core.api.Assertions.assertThat;

/** A clock that was never set, in events of a gateway that wrote it down, keeps no event from being stored. */
class RetimedTest {
    private static final Instant ARRIVED = Instant.parse("2026-11-22T10:00:00.400Z");

    private static Events unset(String at) {
        return Events.at("home", at)
                .receivedAt(ARRIVED.toString())
                .importT1Wh(5)
                .peak("1999-12", 2000, "1999-12-31T23:00:00Z", false)
                .peak("2026-10", 3000, "2026-10-09T10:00:00Z", true);
    }

    @Test
    void an_event_of_before_there_were_meters_counts_when_it_arrived_and_states_no_such_month() {
        for (String at : new String[] {"1999-12-31T23:00:00Z", "2000-01-01T00:00:00Z", "2006-12-31T23:59:59Z"}) {
            Batch batch = Batch.of(List.of(unset(at).build()));

            assertThat(batch.refused()).isEmpty();
            TelegramEvent event = batch.events().get(0);
            assertThat(event.at()).isEqualTo(ARRIVED);
            assertThat(event.timeSource()).isEqualTo(TimeSource.ARRIVAL);
            assertThat(event.meterAt()).isEqualTo(at);
            assertThat(event.monthPeaks()).extracting(MonthPeak::peakW).containsExactly(3000);
        }
    }

    @Test
    void a_month_of_before_there_were_meters_is_none_and_the_event_stays_as_it_is() {
        TelegramEvent event = unset("2026-11-22T10:00:00Z").build();

        Batch batch = Batch.of(List.of(event));

        assertThat(batch.refused()).isEmpty();
        assertThat(batch.events().get(0).at()).isEqualTo(event.at());
        assertThat(batch.events().get(0).monthPeaks())
                .extracting(MonthPeak::peakW)
                .containsExactly(3000);
    }

    @Test
    void an_event_of_a_time_that_can_be_is_itself() {
        TelegramEvent event =
                Events.at("home", "2007-01-01T00:00:00Z").importT1Wh(5).build();

        assertThat(Retimed.possible(event)).isSameAs(event);
    }

    @Test
    void by_arrival_and_by_the_meter_again_is_where_it_was_with_its_devices() {
        TelegramEvent event = Events.at("home", "2026-11-23T10:00:00Z")
                .receivedAt(ARRIVED.toString())
                .importT1Wh(5)
                .gas("7SEM", "2026-11-23T09:55:00Z", 77)
                .build();

        TelegramEvent arrived = Retimed.byArrival(event);
        assertThat(arrived.devices())
                .extracting(MBusReading::at)
                .containsExactly(Instant.parse("2026-11-22T09:55:00.400Z"));
        assertThat(Retimed.byArrival(arrived)).isSameAs(arrived);
        assertThat(Retimed.byMeter(arrived)).isEqualTo(event);
        assertThat(Retimed.byMeter(event)).isSameAs(event);
    }
}
