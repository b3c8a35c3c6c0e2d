package energy.sem.display.view;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ViewTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);

    private static View view(Status status, LocalDateTime staleSince, Fault fault, int offset, LocalDate firstDay) {
        Bucket bucket = new Bucket(
                OffsetDateTime.parse("2026-11-02T00:00+01:00"),
                OffsetDateTime.parse("2026-11-03T00:00+01:00"),
                Bucket.State.NORMAL,
                9120L,
                1210L,
                null);
        Previous previous = new Previous(MONDAY.minusDays(7), MONDAY.minusDays(1), null, 39_500L, 69_100L, -12L, 0.998);
        return new View(
                new Subject("home", Period.WEEK, offset, Utility.ELECTRICITY, ZoneId.of("Europe/Brussels"), firstDay),
                Language.NL,
                new DataState(MONDAY.atTime(10, 45), status, staleSince, fault, false, null),
                new Usage(34_812L, 5_950L, MONDAY.atTime(6, 20), true, List.of(bucket)),
                previous,
                SampleFacts.none()
                        .peak(3120, MONDAY.atTime(7, 30))
                        .billingPeak(3420)
                        .facts());
    }

    @Test
    void json_names_every_number_with_its_unit_and_leaves_out_what_is_not_known() throws Exception {
        var json = new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        assertThat(json.readTree(json.writeValueAsString(view(Status.OK, null, null, 0, MONDAY))))
                .isEqualTo(
                        json.readTree(
                                """
                {"meter":"home","period":"week","offset":0,"utility":"electricity","language":"nl","zone":"Europe/Brussels",\
                "firstDay":"2026-11-02","lastDay":"2026-11-08","asOf":"2026-11-02T10:45:00","running":true,"status":"ok",\
                "demo":false,"amount":34812,"exportWh":5950,"measuredFrom":"2026-11-02T06:20:00",\
                "previous":{"firstDay":"2026-10-26","lastDay":"2026-11-01","amount":39500,"wholeAmount":69100,"changePercent":-12,"coverage":0.998},\
                "facts":{"peakW":3120,"peakFrom":"2026-11-02T07:15:00","peakTo":"2026-11-02T07:30:00",\
"peakAt":"2026-11-02T07:30:00","billingPeakW":3420},\
                "buckets":[{"from":"2026-11-02T00:00:00+01:00","to":"2026-11-03T00:00:00+01:00","state":"normal",\
                "amount":9120,"exportWh":1210}],\
                "everExported":true,"unit":"Wh"}"""));
    }

    @ParameterizedTest
    @CsvSource({"week, WEEK", "Day, DAY", "MONTH, MONTH", "decade, ", "'', "})
    void periods_are_found_by_their_names_in_any_case(String code, Period period) {
        assertThat(Period.of(code)).isEqualTo(java.util.Optional.ofNullable(period));
    }

    @ParameterizedTest
    @CsvSource({"gas, GAS", "Electricity, ELECTRICITY", "heat, "})
    void utilities_are_found_by_their_names(String code, Utility utility) {
        assertThat(Utility.of(code)).isEqualTo(java.util.Optional.ofNullable(utility));
    }

    @ParameterizedTest
    @CsvSource({"nl, NL", "FR, FR", "it, "})
    void languages_are_found_by_their_codes(String code, Language language) {
        assertThat(Language.of(code)).isEqualTo(java.util.Optional.ofNullable(language));
    }

    @Test
    void starting_tells_devices_that_there_are_no_data_yet() {
        assertThat(Status.STARTING.feedStatus()).isEqualTo("no-data");
        assertThat(Status.STARTING.code()).isEqualTo("starting");
        assertThat(Fault.HISTORY_UNREACHABLE.code()).isEqualTo("history-unreachable");
    }

    @Test
    void a_view_that_contradicts_itself_is_refused() {
        assertThatThrownBy(() -> view(Status.OK, null, null, 1, MONDAY)).hasMessageContaining("the past is negative");
        assertThatThrownBy(() -> view(Status.STALE, null, null, 0, MONDAY)).hasMessageContaining("staleSince");
        assertThatThrownBy(() -> view(Status.OK, MONDAY.atTime(9, 15), null, 0, MONDAY))
                .hasMessageContaining("staleSince");
        assertThatThrownBy(() -> view(Status.ERROR, null, null, 0, MONDAY)).hasMessageContaining("fault");
        assertThatThrownBy(() -> view(Status.OK, null, Fault.INTERNAL, 0, MONDAY))
                .hasMessageContaining("fault");
        assertThatThrownBy(() -> view(Status.OK, null, null, 0, MONDAY.minusDays(1)))
                .hasMessageContaining("no first day of a week");
        OffsetDateTime at = OffsetDateTime.parse("2026-11-02T00:00+01:00");
        assertThatThrownBy(() -> new Bucket(at, at, Bucket.State.NORMAL, 1L, null, null))
                .hasMessageContaining("end after");
    }

    @Test
    void a_view_in_another_language_or_gone_stale_has_the_same_data() {
        View view = view(Status.OK, null, null, 0, MONDAY);
        assertThat(view.in(Language.FR).in(Language.NL)).isEqualTo(view);
        View stale = view.staleSince(MONDAY.atTime(9, 15));
        assertThat(stale.status()).isEqualTo(Status.STALE);
        assertThat(stale.usage()).isEqualTo(view.usage());
    }
}
