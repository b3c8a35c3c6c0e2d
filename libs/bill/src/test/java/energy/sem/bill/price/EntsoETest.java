package energy.sem.bill.price;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.bill.price.PriceFault.Kind;

import static energy.sem.bill.price.Documents.acknowledgement;
import static energy.sem.bill.price.Documents.bytes;
import static energy.sem.bill.price.Documents.period;
import static energy.sem.bill.price.Documents.publication;
import static energy.sem.bill.price.Documents.series;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class EntsoETest {
    private static final DeliveryDay DAY = new DeliveryDay(LocalDate.of(2026, 11, 28));
    private static final String START = "2026-11-27T23:00Z";
    private static final String END = "2026-11-28T23:00Z";
    private static final EntsoE BELGIUM = new EntsoE(EntsoE.HOME, PriceArea.BE, "0123-invented-token");

    @Test
    void a_position_that_is_left_out_repeats_the_one_before_up_to_the_end() throws PriceFault {
        QuarterPrices prices = read(period(START, END, "PT15M", "1=92.10", "3=-12.40", "5=3.07"));
        assertThat(prices.isComplete(DAY)).isTrue();
        assertPrices(prices, DAY.from(), "92.10", "92.10", "-12.40", "-12.40", "3.07", "3.07");
        assertThat(prices.get(DAY.to() - 1)).isEqualByComparingTo("3.07");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-25, 2026-10-24T22:00Z, 2026-10-25T23:00Z, 100",
        "2027-03-28, 2027-03-27T23:00Z, 2027-03-28T22:00Z, 92",
        "2027-10-31, 2027-10-30T22:00Z, 2027-10-31T23:00Z, 100",
        "2026-11-28, 2026-11-27T23:00Z, 2026-11-28T23:00Z, 96"
    })
    void a_day_has_as_many_quarter_hours_as_its_clock_says(LocalDate date, String start, String end, int quarters)
            throws PriceFault {
        DeliveryDay day = new DeliveryDay(date);
        QuarterPrices prices =
                BELGIUM.read(day, bytes(publication(series("A03", "", period(start, end, "PT15M", "1=1.5", "9=2")))));
        assertThat(prices.count()).isEqualTo(quarters).isEqualTo(day.quarters());
        assertThat(prices.isComplete(day)).isTrue();
        assertThat(day.changesTheClock()).isEqualTo(quarters != 96);
    }

    @Test
    void without_a_first_position_the_beginning_is_unknown() throws PriceFault {
        QuarterPrices prices = read(period(START, END, "PT15M", "3=5"));
        assertThat(prices.get(DAY.from() + 1)).isNull();
        assertThat(prices.get(DAY.from() + 2)).isEqualByComparingTo("5");
        assertThat(prices.isComplete(DAY)).isFalse();
    }

    @Test
    void a_curve_that_writes_every_position_is_not_filled() throws PriceFault {
        QuarterPrices prices =
                BELGIUM.read(DAY, bytes(publication(series("A01", "", period(START, END, "PT15M", "1=5", "3=6")))));
        assertThat(prices.count()).isEqualTo(2);
        assertThat(prices.get(DAY.from() + 1)).isNull();
    }

    @Test
    void quarters_are_taken_whole_where_hours_stand_beside_them() throws PriceFault {
        String hours = series("A03", "", period(START, END, "PT60M", "1=10", "2=20"));
        String quarters = series("A03", "", period(START, END, "PT15M", "1=1", "5=2"));
        for (String document : new String[] {publication(hours, quarters), publication(quarters, hours)}) {
            QuarterPrices prices = BELGIUM.read(DAY, bytes(document));
            assertPrices(prices, DAY.from(), "1", "1", "1", "1", "2");
            assertThat(prices.get(DAY.to() - 1)).isEqualByComparingTo("2");
        }
    }

    @Test
    void an_hour_alone_is_the_price_of_its_four_quarters() throws PriceFault {
        QuarterPrices prices = read(period(START, END, "PT60M", "1=10", "2=20"));
        assertPrices(prices, DAY.from(), "10", "10", "10", "10", "20");
    }

    @Test
    void several_periods_of_a_series_follow_each_other() throws PriceFault {
        QuarterPrices prices = read(
                period(START, "2026-11-28T11:00Z", "PT15M", "1=1"), period("2026-11-28T11:00Z", END, "PT15M", "1=2"));
        assertThat(prices.isComplete(DAY)).isTrue();
        assertThat(prices.get(DAY.from() + 47)).isEqualByComparingTo("1");
        assertThat(prices.get(DAY.from() + 48)).isEqualByComparingTo("2");
    }

    @Test
    void the_first_auction_counts() throws PriceFault {
        String place = "classificationSequence_AttributeInstanceComponent.position";
        String second = series("A03", "<" + place + ">2</" + place + ">", period(START, END, "PT15M", "1=9"));
        String first = series("A03", "<" + place + ">1</" + place + ">", period(START, END, "PT15M", "1=8"));
        assertThat(BELGIUM.read(DAY, bytes(publication(second, first))).get(DAY.from()))
                .isEqualByComparingTo("8");
    }

    @Test
    void no_data_is_not_yet_and_a_refused_token_is_refused() {
        assertFault(acknowledgement("999", "No matching data found for Data item"), Kind.NOT_YET, "not yet|yet");
        assertFault(acknowledgement("999", "Unauthorized. Missing or invalid security token"), Kind.REFUSED, "token");
        assertFault(publication(), Kind.NOT_YET, "yet");
    }

    @Test
    void what_is_no_such_document_is_refused_in_words() {
        assertFault("", Kind.WRONG, "no XML");
        assertFault("<html/>", Kind.WRONG, "html");
        assertFault(
                publication(series("A03", "", period(START, END, "PT15M", "1=5")))
                        .substring(0, 500),
                Kind.WRONG,
                "cut off");
        assertFault(one(period(START, END, "PT15M", "97=5")), Kind.WRONG, "beyond its period of 96");
        assertFault(one(period(START, END, "PT15M", "3000000=5")), Kind.WRONG, "position");
        assertFault(one(period(START, END, "PT15M", "0=5")), Kind.WRONG, "position");
        assertFault(one(period(START, END, "PT15M", "1=5", "1=5")), Kind.WRONG, "twice");
        assertFault(one(period(START, END, "PT15M", "1=1e999999999")), Kind.WRONG, "no price");
        assertFault(one(period(START, END, "PT15M", "1=NaN")), Kind.WRONG, "no price");
        assertFault(one(period(START, END, "PT15M", "1=123456")), Kind.WRONG, "123456 EUR/MWh");
        assertFault(one(period(START, END, "PT7M", "1=5")), Kind.WRONG, "PT7M");
        assertFault(one(period(START, "2096-11-28T23:00Z", "PT15M", "1=5")), Kind.WRONG, "period from");
        assertFault(one(period(END, START, "PT15M", "1=5")), Kind.WRONG, "period from");
        assertFault(one(period("2026-11-27T23:07Z", END, "PT15M", "1=5")), Kind.WRONG, "no quarter hour");
        assertFault(one(period("+999999999-01-01T00:00Z", END, "PT15M", "1=5")), Kind.WRONG, "no quarter hour");
        assertFault(one(period(START, END, "PT15M", "1=5")).replace(">EUR<", ">GBP<"), Kind.WRONG, "GBP");
        assertFault(
                one(period(START, END, "PT15M", "1=5"), period(START, END, "PT15M", "1=6")), Kind.WRONG, "two prices");
    }

    @Test
    void a_document_type_and_its_entities_are_not_read() {
        String laughs = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">"
                + "<!ENTITY f SYSTEM \"file:///etc/passwd\">]>";
        assertFault(
                laughs + "<Publication_MarketDocument>&b;&f;</Publication_MarketDocument>",
                Kind.WRONG,
                "document type");
    }

    @Test
    void the_token_is_in_the_address_and_in_no_text() {
        PriceRequest request = BELGIUM.request(DAY);
        assertThat(request.uri().toString())
                .contains("periodStart=202611272300&periodEnd=202611282300&securityToken=0123-invented-token")
                .contains("in_Domain=10YBE----------2&out_Domain=10YBE----------2");
        assertThat(request.toString()).doesNotContain("invented");
        assertThat(request.redacted("failed: " + request.uri())).doesNotContain("invented");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EntsoE(EntsoE.HOME, PriceArea.NL, "a b&c"))
                .withMessageContaining("8 to 128 letters");
    }

    /** Whatever is left out, what is read is what was written. */
    @Property(tries = 100)
    void any_curve_is_read_as_it_was_written(@ForAll @IntRange(min = 0, max = 1000) int seed) throws PriceFault {
        Random random = new Random(seed);
        LocalDate date = LocalDate.of(2026, 10, 24).plusDays(random.nextInt(3));
        DeliveryDay day = new DeliveryDay(date);
        String[] written = new String[day.quarters()];
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < written.length; i++) {
            boolean repeats = i > 0 && random.nextInt(3) == 0;
            written[i] = repeats
                    ? written[i - 1]
                    : BigDecimal.valueOf(random.nextInt(100_000) - 20_000, 2).toString();
            if (i == 0 || !written[i].equals(written[i - 1])) {
                points.append(i + 1).append('=').append(written[i]).append(' ');
            }
        }
        QuarterPrices prices = BELGIUM.read(
                day,
                bytes(one(period(
                        energy.sem.quarter.QuarterHours.start(day.from()).toString(),
                        energy.sem.quarter.QuarterHours.start(day.to()).toString(),
                        "PT15M",
                        points.toString().strip().split(" ", -1)))));
        assertPrices(prices, day.from(), written);
    }

    /** Broken anywhere, it is prices of that day or a fault: never another exception, never more than a day. */
    @Property(tries = 500)
    void a_broken_document_is_a_fault_or_prices_of_its_day(@ForAll @IntRange(min = 0, max = 1_000_000) int seed) {
        byte[] broken = bytes(one(period(START, END, "PT15M", "1=92.10", "3=-12.40", "5=3.07")));
        Random random = new Random(seed);
        for (int i = random.nextInt(4); i >= 0; i--) {
            broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
        }
        byte[] cut = java.util.Arrays.copyOf(broken, broken.length - random.nextInt(3));
        try {
            assertThat(BELGIUM.read(DAY, cut).count()).isBetween(1, 96);
        } catch (PriceFault e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static String one(String... periods) {
        return publication(series("A03", "", periods));
    }

    private static QuarterPrices read(String... periods) throws PriceFault {
        return BELGIUM.read(DAY, bytes(one(periods)));
    }

    static void assertPrices(QuarterPrices prices, int from, String... expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(prices.get(from + i)).as("quarter " + i).isEqualByComparingTo(expected[i]);
        }
    }

    private static void assertFault(String body, Kind kind, String words) {
        PriceFault fault = catchThrowableOfType(PriceFault.class, () -> BELGIUM.read(DAY, bytes(body)));
        assertThat(fault).as(body).isNotNull();
        assertThat(fault.kind()).as(fault.getMessage()).isEqualTo(kind);
        assertThat(fault.getMessage()).containsPattern(words);
    }
}
