package energy.sem.display.cache;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import energy.sem.display.format.Encoding;
import energy.sem.display.history.StandInHistory;
import energy.sem.display.raster.Panel;
import energy.sem.display.serve.HistoryInTests;
import energy.sem.display.view.Bucket;
import energy.sem.display.view.Language;
import energy.sem.display.view.Period;
import energy.sem.display.view.Status;
import energy.sem.display.view.Utility;
import energy.sem.display.view.View;

import static energy.sem.tests.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

/** Pictures ahead of the devices, and when they change. */
@QuarkusTest
@WithTestResource(HistoryInTests.class)
class PictureServiceTest {
    private Fixture fixture;

    @AfterEach
    void close() {
        fixture.close();
    }

    private void open(String localTime) {
        fixture = new Fixture(localTime);
        fixture.open();
    }

    @ParameterizedTest
    @EnumSource(Period.class)
    void the_running_periods_are_finished_before_any_device_asks(Period period) {
        fixture = new Fixture("2026-11-05T10:47:00").openUnasked();

        for (Encoding encoding : List.of(Encoding.RAW, Encoding.PNG, Encoding.BIN, Encoding.BMP)) {
            assertThat(fixture.pictures.ready(Fixture.request(period, 0, encoding)))
                    .isPresent();
        }
    }

    @Test
    void data_end_at_the_last_full_quarter_hour() {
        open("2026-11-05T10:47:12");

        View view = fixture.get(Period.DAY, 0).view();

        assertThat(view.state().asOf()).isEqualTo(LocalDateTime.parse("2026-11-05T10:45"));
        assertThat(view.usage().amount())
                .isEqualTo(fixture.home()
                        .importWh(
                                SettableClock.instant("2026-11-05T00:00:00"),
                                SettableClock.instant("2026-11-05T10:45:00")));
        assertThat(view.usage().buckets().get(10).state()).isEqualTo(Bucket.State.RUNNING);
        assertThat(view.usage().buckets().get(10).amount())
                .isEqualTo(fixture.home()
                        .importWh(
                                SettableClock.instant("2026-11-05T10:00:00"),
                                SettableClock.instant("2026-11-05T10:45:00")));
        assertThat(view.usage().buckets().get(11).state()).isEqualTo(Bucket.State.FUTURE);
    }

    @Test
    void within_a_quarter_hour_nothing_changes_and_history_is_asked_for_no_period() {
        open("2026-11-05T10:45:02");
        EncodedPicture first = fixture.get(Period.DAY, 0).picture();
        fixture.history.forgetAsked();

        fixture.clock.set("2026-11-05T10:59:58");
        await().until(() -> timesAsked("/api/v1/meters") > 3);

        assertThat(fixture.history.asked()).noneMatch(address -> address.contains("offset=0"));
        assertThat(fixture.get(Period.DAY, 0).picture()).isSameAs(first);
    }

    private long timesAsked(String address) {
        return fixture.history.asked().stream().filter(address::equals).count();
    }

    @Test
    void a_full_quarter_hour_changes_the_day_once() {
        open("2026-11-05T10:45:02");
        EncodedPicture first = fixture.get(Period.DAY, 0).picture();

        fixture.clock.set("2026-11-05T11:00:03");
        await().until(() -> !fixture.get(Period.DAY, 0).picture().etag().equals(first.etag()));

        EncodedPicture second = fixture.get(Period.DAY, 0).picture();
        assertThat(fixture.get(Period.DAY, 0).view().state().asOf()).isEqualTo(LocalDateTime.parse("2026-11-05T11:00"));
        assertThat(second.changedAt()).isAfter(first.changedAt());
    }

    @Test
    void a_clock_that_is_found_wrong_is_in_the_picture_soon_and_stays_the_same_as_it_drifts() {
        open("2026-11-05T10:45:02");
        EncodedPicture right = fixture.get(Period.DAY, 0).picture();

        fixture.home().clock("off", -8_294_400L);
        await().until(() -> !fixture.get(Period.DAY, 0).picture().etag().equals(right.etag()));
        EncodedPicture wrong = fixture.get(Period.DAY, 0).picture();
        fixture.history.forgetAsked();
        fixture.home().clock("off", -8_294_000L);
        await().until(() -> timesAsked("/api/v1/meters") > 3);

        assertThat(fixture.get(Period.DAY, 0).picture()).isSameAs(wrong);
    }

    @Test
    void the_same_data_have_the_same_bytes_in_another_process_at_another_second() {
        open("2026-11-05T10:45:02");
        List<String> first = tags();
        fixture.close();

        open("2026-11-05T10:58:41");

        assertThat(tags()).isEqualTo(first);
    }

    private List<String> tags() {
        return List.of(Period.values()).stream()
                .map(period -> fixture.get(period, 0).picture().etag())
                .toList();
    }

    @Test
    void an_unchanged_period_keeps_its_picture_when_others_change() {
        open("2026-11-05T10:45:02");
        EncodedPicture closed = fixture.get(Period.WEEK, -2).picture();
        EncodedPicture running = fixture.get(Period.WEEK, 0).picture();

        fixture.clock.set("2026-11-05T11:00:03");
        await().until(() -> fixture.get(Period.WEEK, 0).picture() != running);

        assertThat(fixture.get(Period.WEEK, -2).picture()).isSameAs(closed);
    }

    @Test
    void late_readings_change_the_past_at_the_next_quarter_hour() {
        open("2026-11-05T10:45:02");
        EncodedPicture before = fixture.get(Period.WEEK, -2).picture();

        fixture.home().everyQuarterMore(5);
        fixture.clock.set("2026-11-05T11:00:03");

        await().until(() -> !fixture.get(Period.WEEK, -2).picture().etag().equals(before.etag()));
    }

    @Test
    void gas_that_is_told_late_is_drawn_at_once_and_another_service_comes_to_the_same_bytes() {
        fixture = new Fixture("2026-11-05T10:45:20");
        fixture.home().gasCapturedAt(SettableClock.instant("2026-11-05T10:00:00"));
        fixture.open();
        List<String> early = tagsWithGas(fixture.pictures);

        fixture.clock.set("2026-11-05T10:51:00");
        fixture.home().gasCapturedAt(SettableClock.instant("2026-11-05T10:45:00"));
        PictureService replica = fixture.replica();
        try {
            await().until(() -> tagsWithGas(fixture.pictures).equals(tagsWithGas(replica)));
            assertThat(tagsWithGas(replica)).doesNotContainAnyElementsOf(early);
        } finally {
            replica.close();
        }
    }

    private static List<String> tagsWithGas(PictureService pictures) {
        Variant png = Fixture.request(Period.DAY, 0, Encoding.PNG).variant();
        return Stream.of(Utility.ELECTRICITY, Utility.GAS)
                .map(utility -> Fixture.get(pictures, new PictureRequest(null, Period.DAY, 0, utility, png)))
                .map(found -> found.picture().etag())
                .toList();
    }

    @Test
    void gas_beyond_the_last_full_quarter_hour_changes_nothing_yet() {
        fixture = new Fixture("2026-11-05T10:45:20");
        fixture.home().gasCapturedAt(SettableClock.instant("2026-11-05T10:45:00"));
        fixture.open();
        List<String> before = tagsWithGas(fixture.pictures);
        fixture.history.forgetAsked();

        fixture.home().gasCapturedAt(SettableClock.instant("2026-11-05T10:50:00"));
        await().until(() -> timesAsked("/api/v1/meters") > 3);

        assertThat(fixture.history.asked()).noneMatch(address -> address.contains("offset=0"));
        assertThat(tagsWithGas(fixture.pictures)).isEqualTo(before);
    }

    @Test
    void what_devices_asked_for_is_renewed_in_their_language_and_form_before_they_ask_again() {
        open("2026-11-05T10:45:02");
        PictureRequest request = new PictureRequest(
                "barn",
                Period.DAY,
                0,
                Utility.GAS,
                new Variant(Language.FR, Encoding.of(energy.sem.display.format.Format.BMP, Panel.ORIGINAL)));
        PictureAnswer first = fixture.get(request);

        fixture.clock.set("2026-11-05T11:00:03");

        await().until(() -> fixture.pictures
                .ready(request)
                .filter(found -> !found.picture().etag().equals(first.picture().etag()))
                .isPresent());
    }

    @Test
    void around_an_asked_view_the_neighbours_are_fetched_ahead_for_the_knob() {
        open("2026-11-05T10:45:02");

        fixture.get(Fixture.request(Period.WEEK, -2, Encoding.BIN));

        for (int offset : new int[] {-4, -3, -1}) {
            await().until(() -> fixture.pictures
                    .ready(Fixture.request(Period.WEEK, offset, Encoding.BIN))
                    .isPresent());
        }
    }

    @Test
    void at_midnight_a_new_day_begins_with_nothing_instead_of_no_data() {
        open("2026-11-05T23:59:50");
        String yesterday = fixture.get(Period.DAY, 0).picture().etag();

        fixture.clock.set("2026-11-06T00:00:04");

        View today = fixture.get(Period.DAY, 0).view();
        assertThat(today.subject().firstDay()).isEqualTo("2026-11-06");
        assertThat(today.status()).isEqualTo(Status.OK);
        assertThat(today.usage().amount()).isZero();
        assertThat(today.state().asOf()).isEqualTo(LocalDateTime.parse("2026-11-06T00:00"));
        assertThat(fixture.get(Period.DAY, -1).view().subject().firstDay()).isEqualTo("2026-11-05");
        assertThat(fixture.get(Period.DAY, -1).picture().etag()).isNotEqualTo(yesterday);
    }

    /** Before, what was cached as yesterday's was the day before yesterday's until it was renewed. */
    @Test
    void from_midnight_on_every_day_that_was_cached_is_asked_for_by_its_new_distance() {
        open("2026-11-05T23:59:50");
        for (int offset : new int[] {0, -1, -2}) {
            fixture.get(Period.DAY, offset);
        }

        fixture.clock.set("2026-11-06T00:00:04");

        for (int offset : new int[] {-1, -2, -3}) {
            PictureAnswer answer = fixture.get(Period.DAY, offset);
            assertThat(answer.view().subject().firstDay())
                    .isEqualTo(LocalDate.of(2026, 11, 6).plusDays(offset));
            assertThat(answer.view().subject().offset()).isEqualTo(offset);
            assertThat(answer.offset()).isEqualTo(offset);
        }
    }

    @Test
    void while_history_is_gone_at_midnight_what_was_drawn_of_the_day_stays() {
        open("2026-11-05T23:59:50");
        EncodedPicture drawn = fixture.get(Period.DAY, 0).picture();
        fixture.history.is(StandInHistory.Mood.ANSWERS_503);

        fixture.clock.set("2026-11-06T00:00:04");

        PictureAnswer yesterday = fixture.get(Period.DAY, -1);
        assertThat(yesterday.picture()).isSameAs(drawn);
        assertThat(yesterday.offset()).isEqualTo(-1);
        assertThat(fixture.get(Period.DAY, 0).view().subject().firstDay()).isEqualTo("2026-11-06");
    }

    @ParameterizedTest(name = "history is {0} s ahead: day 0 is {1}, day -1 is {2}")
    @CsvSource({"-20, 2026-11-05, 2026-11-05", "20, 2026-11-06, 2026-11-05"})
    void where_history_s_clock_is_another_the_day_that_is_asked_for_is_shown_or_the_nearest(
            long seconds, LocalDate today, LocalDate yesterday) {
        fixture = new Fixture("2026-11-06T00:00:04");
        fixture.historyIsAhead(Duration.ofSeconds(seconds));
        fixture.openUnasked();

        assertThat(fixture.get(Period.DAY, 0).view().subject().firstDay()).isEqualTo(today);
        assertThat(fixture.get(Period.DAY, -1).view().subject().firstDay()).isEqualTo(yesterday);
        fixture.historyIsAhead(Duration.ZERO);
        await().until(() ->
                fixture.get(Period.DAY, 0).view().subject().firstDay().equals(LocalDate.of(2026, 11, 6)));
    }

    @Test
    void before_midnight_a_history_that_is_ahead_shows_the_day_that_is_over_there() {
        fixture = new Fixture("2026-11-05T23:59:50");
        fixture.historyIsAhead(Duration.ofSeconds(20));
        fixture.openUnasked();

        assertThat(fixture.get(Period.DAY, 0).view().subject().firstDay()).isEqualTo("2026-11-05");
        assertThat(fixture.get(Period.DAY, -1).view().subject().firstDay()).isEqualTo("2026-11-04");
    }

    @Test
    void a_silent_meter_changes_the_picture_once_and_not_again() {
        open("2026-11-05T10:47:03");
        fixture.home().silentSince(SettableClock.instant("2026-11-05T10:47:03"));
        String before = fixture.get(Period.DAY, 0).picture().etag();

        fixture.clock.set("2026-11-05T11:04:00");
        await().until(() -> fixture.get(Period.DAY, 0).view().status() == Status.STALE);
        EncodedPicture banner = fixture.get(Period.DAY, 0).picture();
        View stale = fixture.get(Period.DAY, 0).view();
        fixture.history.forgetAsked();
        fixture.clock.set("2026-11-05T17:31:00");
        await().until(() -> timesAsked("/api/v1/meters") > 3);

        assertThat(banner.etag()).isNotEqualTo(before);
        assertThat(fixture.get(Period.DAY, 0).view()).isEqualTo(stale);
        assertThat(fixture.get(Period.DAY, 0).picture()).isSameAs(banner);
        assertThat(fixture.get(Period.DAY, 0).view().state().staleSince())
                .isEqualTo(LocalDateTime.parse("2026-11-05T10:47"));
        assertThat(fixture.get(Period.WEEK, -2).view().status())
                .as("what is complete stays so")
                .isEqualTo(Status.OK);
    }

    @Test
    void the_banner_goes_when_readings_come_again() {
        open("2026-11-05T10:47:03");
        fixture.home().silentSince(SettableClock.instant("2026-11-05T10:47:03"));
        fixture.clock.set("2026-11-05T11:04:00");
        await().until(() -> fixture.get(Period.DAY, 0).view().status() == Status.STALE);

        fixture.home().silentSince(null);

        await().until(() -> fixture.get(Period.DAY, 0).view().status() == Status.OK);
    }

    @Test
    void an_offset_outside_the_data_is_the_nearest_view() {
        open("2026-11-05T10:47:03");
        fixture.home().firstReadingAt(SettableClock.instant("2026-09-15T12:00:00"));
        await().until(() -> fixture.pictures
                .known()
                .meter("home")
                .orElseThrow()
                .firstReadingAt()
                .equals(SettableClock.instant("2026-09-15T12:00:00")));

        PictureAnswer past = fixture.get(Period.MONTH, -7);
        PictureAnswer future = fixture.get(Period.MONTH, 1);

        assertThat(past.view().subject().offset()).isEqualTo(-2);
        assertThat(past.clamped()).isTrue();
        assertThat(future.view().subject().offset()).isZero();
        assertThat(future.clamped()).isTrue();
        assertThat(fixture.get(Period.MONTH, -2).clamped()).isFalse();
    }

    @Test
    void a_picture_of_simulated_data_says_so() {
        fixture = new Fixture("2026-11-05T10:47:03");
        fixture.home().simulated(true);
        fixture.open();

        assertThat(fixture.get(Period.DAY, 0).view().state().demo()).isTrue();
    }

    @Test
    void the_cache_keeps_to_its_bytes_and_the_running_periods_stay() {
        fixture = new Fixture("2026-11-05T10:47:03", 800_000);
        fixture.open();

        for (int offset = 0; offset > -40; offset--) {
            fixture.clock.forward(Duration.ofMillis(50));
            fixture.get(Fixture.request(Period.DAY, offset, Encoding.RAW));
        }
        await().until(() -> fixture.cache.bytes() <= 800_000);

        fixture.clock.set("2026-11-05T11:00:03");
        await().until(() -> fixture.pictures
                .ready(Fixture.request(Period.YEAR, 0, Encoding.RAW))
                .map(PictureAnswer::view)
                .map(view -> view.state().asOf())
                .equals(Optional.of(LocalDateTime.parse("2026-11-05T11:00"))));
        assertThat(fixture.cache.bytes()).isLessThanOrEqualTo(800_000);
    }
}
