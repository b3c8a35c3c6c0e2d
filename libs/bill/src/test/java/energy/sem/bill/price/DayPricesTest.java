package energy.sem.bill.price;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.bill.document.DocumentFault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class DayPricesTest {
    private static final DeliveryDay DAY = new DeliveryDay(LocalDate.of(2026, 10, 25));

    private static DayPrices day() throws PriceFault {
        QuarterPrices.Builder prices = new QuarterPrices.Builder();
        prices.put(DAY.from(), DAY.from() + 2, new BigDecimal("92.10"));
        prices.put(DAY.from() + 3, DAY.from() + 4, BigDecimal.ZERO);
        prices.put(DAY.to() - 1, DAY.to(), new BigDecimal("-12.40005"));
        return new DayPrices(
                PriceArea.BE, DAY, "entso-e", Instant.parse("2026-10-24T12:00:00Z"), "own use", prices.build());
    }

    @Test
    void what_is_written_is_read_again() throws PriceFault, DocumentFault {
        String json = new String(day().toJson(), UTF_8);
        assertThat(json)
                .startsWith("{\"version\":1,\"area\":\"BE\",\"day\":\"2026-10-25\",\"source\":\"entso-e\","
                        + "\"fetchedAt\":\"2026-10-24T12:00:00Z\",\"terms\":\"own use\",\"from\":\"2026-10-24T22:00:00Z\","
                        + "\"step\":\"PT15M\",\"eurMwh\":[92.1,92.1,null,0,null,");
        assertThat(DayPrices.of(day().toJson())).isEqualTo(day());
        assertThat(DayPrices.of(json.replace("\"version\":1", "\"version\":1,\"later\":true")
                        .getBytes(UTF_8)))
                .as("what is not known is ignored")
                .isEqualTo(day());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "null", "{\"day\":\"2026-10-25\",\"eurMwh\":[1],\"source\":\"x\"}"})
    void what_is_none_is_a_fault(String json) {
        assertThat(catchThrowableOfType(DocumentFault.class, () -> DayPrices.of(json.getBytes(UTF_8))))
                .isNotNull();
    }

    @Test
    void another_area_and_another_length_are_faults() throws PriceFault {
        String json = new String(day().toJson(), UTF_8);
        for (String broken : new String[] {
            json.replace("\"BE\"", "\"XX\""),
            json.replace("[92.1,", "["),
            json.replace("92.1,", "1e99,"),
            json.replace("entso-e", "<b>"),
            json.replace("2026-10-24T12", "yesterday"),
            json.replace("2026-10-25", "+999999999-12-31"),
            json.replace("2026-10-25", "-999999999-01-01"),
            json.replace("2026-10-25", "1969-10-26"),
            json.replace("2026-10-25", "2200-10-26"),
            json.replace("2026-10-24T12:00:00Z", "+1000000000-12-31T23:59:59Z"),
            json.replace("2026-10-24T12:00:00Z", "1969-10-24T12:00:00Z")
        }) {
            assertThat(catchThrowableOfType(DocumentFault.class, () -> DayPrices.of(broken.getBytes(UTF_8))))
                    .as(broken)
                    .isNotNull();
        }
    }
}
