package energy.sem.display.cache;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import energy.sem.display.format.Encoding;
import energy.sem.display.history.StandInHistory;
import energy.sem.display.history.StandInHistory.Mood;
import energy.sem.display.serve.HistoryInTests;
import energy.sem.display.view.Fault;
import energy.sem.display.view.Period;
import energy.sem.display.view.Status;
import energy.sem.display.view.Utility;

import static energy.sem.tests.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever history does, a device gets a picture, soon; and when history is well again, the right one. */
@QuarkusTest
@WithTestResource(HistoryInTests.class)
class NeverBlankTest {
    private Fixture fixture;

    @BeforeEach
    void prepare() {
        fixture = new Fixture("2026-11-05T10:47:03", Fixture.PATIENCE);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @EnumSource(value = Mood.class, mode = Mode.EXCLUDE, names = "WELL")
    void a_history_that_is_ill_from_the_start_gives_a_picture_that_says_so_and_recovers(Mood mood) {
        fixture.history.is(mood);
        fixture.pictures.open();

        long asked = System.nanoTime();
        PictureAnswer ill = fixture.get(Fixture.request(Period.DAY, 0, Encoding.RAW));
        Duration waited = Duration.ofNanos(System.nanoTime() - asked);
        fixture.history.is(Mood.WELL);

        assertThat(ill.picture().body()).hasSize(33_600);
        assertThat(ill.view().status()).isIn(Status.ERROR, Status.STARTING);
        assertThat(waited).isLessThan(Fixture.PATIENCE.multipliedBy(30));
        await().until(() -> fixture.get(Period.DAY, 0).view().status() == Status.OK);
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            mode = Mode.EXCLUDE,
            names = {"WELL", "HAS_NO_METER"})
    void a_history_that_falls_ill_leaves_the_pictures_and_after_the_grace_they_carry_a_banner(Mood mood) {
        fixture.openAndAsk();
        EncodedPicture well = fixture.get(Period.DAY, 0).picture();

        fixture.history.is(mood);
        await().until(() -> fixture.pictures.known().failingSince().isPresent());
        assertThat(fixture.get(Period.DAY, 0).picture()).isSameAs(well);

        fixture.clock.forward(Duration.ofSeconds(31));
        await().until(() -> fixture.get(Period.DAY, 0).view().status() == Status.STALE);
        EncodedPicture banner = fixture.get(Period.DAY, 0).picture();
        assertThat(fixture.get(Period.DAY, 0).view().state().staleSince())
                .isEqualTo(LocalDateTime.parse("2026-11-05T10:45"));

        fixture.clock.forward(Duration.ofHours(3));
        int asked = fixture.history.asked().size();
        await().until(() -> fixture.history.asked().size() > asked + 2);
        assertThat(fixture.get(Period.DAY, 0).picture()).as("not a second time").isSameAs(banner);

        fixture.history.is(Mood.WELL);
        await().until(() -> fixture.get(Period.DAY, 0).view().status() == Status.OK);
        assertThat(fixture.get(Period.DAY, 0).view().state().asOf()).isEqualTo(LocalDateTime.parse("2026-11-05T13:45"));
    }

    @Test
    void a_view_that_is_not_at_hand_while_history_is_gone_is_a_picture_at_once() {
        fixture.openAndAsk();
        fixture.history.is(Mood.STALLS);
        await().until(() -> fixture.pictures.known().failingSince().isPresent());

        PictureAnswer first = fixture.get(Period.MONTH, -9);
        fixture.clock.forward(Duration.ofMinutes(5));
        PictureAnswer second = fixture.get(Period.MONTH, -9);

        assertThat(first.view().state().fault()).isEqualTo(Fault.HISTORY_UNREACHABLE);
        assertThat(second.picture()).as("the same error is drawn once").isSameAs(first.picture());
    }

    @Test
    void a_history_that_is_slow_for_one_view_is_waited_for_only_so_long() {
        fixture.openAndAsk();
        fixture.history.isOnlyFor("/month?offset=-9", Mood.STALLS);

        assertThat(fixture.get(Period.MONTH, -9).view().state().fault()).isEqualTo(Fault.HISTORY_UNREACHABLE);
        assertThat(fixture.get(Period.DAY, 0).view().status()).isEqualTo(Status.OK);
    }

    @Test
    void one_view_that_fails_does_not_freeze_the_others() {
        fixture.openAndAsk();
        fixture.history.isOnlyFor("/history/week", Mood.ANSWERS_500);

        fixture.clock.set("2026-11-05T11:00:03");
        await().until(() ->
                fixture.get(Period.YEAR, 0).view().state().asOf().equals(LocalDateTime.parse("2026-11-05T11:00")));
        fixture.awaitEndOfRound();
        fixture.clock.set("2026-11-05T11:00:45");
        await().until(() -> fixture.get(Period.WEEK, 0).view().status() == Status.STALE);

        assertThat(fixture.get(Period.DAY, 0).view().status()).isEqualTo(Status.OK);
        fixture.history.is(Mood.WELL);
        await().until(() -> fixture.get(Period.WEEK, 0).view().status() == Status.OK);
    }

    @Test
    void a_history_that_is_not_there_at_all_may_come_later() throws IOException {
        int port = fixture.history.port();
        fixture.history.close();
        fixture.pictures.open();

        assertThat(fixture.get(Period.WEEK, 0).view().state().fault()).isEqualTo(Fault.HISTORY_UNREACHABLE);

        try (StandInHistory late = new StandInHistory(fixture.home(), port)) {
            await().until(() -> fixture.get(Period.WEEK, 0).view().status() == Status.OK);
            assertThat(late.asked()).isNotEmpty();
        }
    }

    @Test
    void a_refused_key_is_named_as_the_cause() {
        fixture.history.is(Mood.REFUSES);
        fixture.pictures.open();

        await().until(() -> fixture.get(Period.DAY, 0).view().state().fault() == Fault.HISTORY_REFUSES);
    }

    @Test
    void a_meter_that_history_does_not_know_is_named_as_the_cause() {
        fixture.openAndAsk();
        PictureRequest request = Fixture.request(Period.DAY, 0, Encoding.PNG);

        PictureAnswer found = fixture.get(new PictureRequest(
                "cellar", request.period(), request.offset(), Utility.ELECTRICITY, request.variant()));

        assertThat(found.view().state().fault()).isEqualTo(Fault.UNKNOWN_METER);
    }

    @Test
    void a_home_without_a_reading_is_a_picture_without_data() {
        fixture.history.is(Mood.HAS_NO_METER);
        fixture.openUnasked();

        assertThat(fixture.get(Period.YEAR, 0).view().status()).isIn(Status.NO_DATA, Status.ERROR);
        assertThat(fixture.get(Period.YEAR, 0).picture().body()).isNotEmpty();
    }
}
