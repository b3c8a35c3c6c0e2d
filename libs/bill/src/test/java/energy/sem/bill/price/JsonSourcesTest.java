package energy.sem.bill.price;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import energy.sem.bill.price.PriceFault.Kind;
import energy.sem.quarter.QuarterHours;

import static energy.sem.bill.price.Documents.bytes;
import static energy.sem.bill.price.EntsoETest.assertPrices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Energy-Charts, EnergyZero and any address with a mapping. */
class JsonSourcesTest {
    private static final DeliveryDay DAY = new DeliveryDay(LocalDate.of(2026, 11, 28));
    private static final long START = QuarterHours.startMilli(DAY.from()) / 1000;
    private static final EnergyCharts CHARTS = new EnergyCharts(EnergyCharts.HOME, PriceArea.BE);
    private static final EnergyZero ZERO = new EnergyZero(EnergyZero.HOME);

    @Test
    void energy_charts_gives_times_and_prices_side_by_side() throws PriceFault {
        QuarterPrices prices = CHARTS.read(DAY, charts("[%d,%d,%d]", "[92.1,null,-1e-05]", 0, 900, 1800));
        assertPrices(prices, DAY.from(), "92.1");
        assertThat(prices.get(DAY.from() + 1)).as("null is no price").isNull();
        assertThat(prices.get(DAY.from() + 2)).isEqualByComparingTo("-0.00001");
        assertThat(CHARTS.request(DAY).uri())
                .hasToString("https://api.energy-charts.info/price?bzn=BE&start=2026-11-28&end=2026-11-28");
    }

    @Test
    void energy_charts_says_its_terms() {
        assertThat(CHARTS.terms(charts("[%d]", "[1]", 0))).isEqualTo("invented");
        assertThat(CHARTS.terms(bytes("no content"))).isEqualTo(CHARTS.terms());
    }

    @Test
    void energy_charts_gives_hours_of_older_days() throws PriceFault {
        QuarterPrices prices = CHARTS.read(DAY, charts("[%d,%d]", "[92.1,5]", 0, 3600));
        assertPrices(prices, DAY.from(), "92.1", "92.1", "92.1", "92.1", "5", "5", "5", "5");
        assertThat(prices.count()).isEqualTo(8);
    }

    @Test
    void energy_charts_says_in_a_sentence_that_it_has_none() {
        assertFault(CHARTS, "no content available", Kind.NOT_YET, "yet");
        assertFault(CHARTS, "", Kind.NOT_YET, "yet");
    }

    @Test
    void what_energy_charts_does_not_say_is_refused_in_words() {
        assertFault(CHARTS, "{", Kind.WRONG, "no JSON");
        assertFault(CHARTS, "{}", Kind.WRONG, "unit");
        assertFault(CHARTS, charts("[%d]", "[1,2]", 0), Kind.WRONG, "1 times beside 2 prices");
        assertFault(CHARTS, charts("[%d,%d]", "[1,2]", 900, 0), Kind.WRONG, "go back");
        assertFault(CHARTS, charts("[%d]", "[1]", 7), Kind.WRONG, "no quarter hour");
        assertFault(CHARTS, charts("[%d]", "[1e999999999]", 0), Kind.WRONG, "no price");
        assertFault(CHARTS, charts("[%d]", "[\"NaN\"]", 0), Kind.WRONG, "no price");
        assertFault(CHARTS, charts("[%d]", "[{}]", 0), Kind.WRONG, "text or a number");
        assertFault(
                CHARTS,
                "{\"unit\":\"EUR / kWh\",\"unix_seconds\":[],\"price\":[]}",
                Kind.WRONG,
                "EUR/MWh was expected");
        assertFault(CHARTS, "{\"unit\":" + "[".repeat(5000), Kind.WRONG, "");
        assertFault(CHARTS, "{\"unit\":\"EUR/MWh\",\"unit\":\"EUR/MWh\"}", Kind.WRONG, "Duplicate");
    }

    @Test
    void energyzero_gives_euro_a_kwh_as_texts_and_more_than_the_day() throws PriceFault {
        String body = "{\"base\":[" + entry("2026-11-27T22:45:00Z", "2026-11-27T23:00:00Z", "0.5") + ","
                + entry("2026-11-27T23:00:00Z", "2026-11-27T23:15:00Z", "0.09210") + ","
                + entry("2026-11-27T23:15:00Z", "2026-11-27T23:30:00Z", "-0.0124") + "],\"all_in\":[]}";
        QuarterPrices prices = ZERO.read(DAY, bytes(body));
        assertThat(prices.count()).isEqualTo(2);
        assertPrices(prices, DAY.from(), "92.1", "-12.4");
        assertThat(ZERO.request(DAY).uri().toString()).contains("date=28-11-2026&interval=INTERVAL_QUARTER");
        assertFault(ZERO, "{\"base\":[]}", Kind.NOT_YET, "yet");
        assertFault(ZERO, "{\"x\":[]}", Kind.WRONG, "no list base");
    }

    @Test
    void any_address_is_read_by_its_mapping() throws PriceFault {
        PriceMapping evcc = new PriceMapping("", "start", "end", "value", PriceMapping.Unit.EUR_KWH, null);
        PriceMapping supplier =
                new PriceMapping("today", "t", null, "price", PriceMapping.Unit.CENT_KWH, Duration.ofHours(1));
        PriceMapping awattar = new PriceMapping(
                "data", "start_timestamp", "end_timestamp", "marketprice", PriceMapping.Unit.EUR_MWH, null);
        assertPrices(
                evcc.read(
                        DAY,
                        bytes(
                                "[{\"start\":\"2026-11-27T23:00:00Z\",\"end\":\"2026-11-27T23:15:00Z\",\"value\":0.2394}]")),
                DAY.from(),
                "239.4");
        assertPrices(
                supplier.read(DAY, bytes("{\"today\":[{\"t\":\"2026-11-28T00:00:00+0100\",\"price\":23.94}]}")),
                DAY.from(),
                "239.4",
                "239.4",
                "239.4",
                "239.4");
        assertPrices(
                awattar.read(
                        DAY,
                        bytes("{\"data\":[{\"start_timestamp\":" + START * 1000 + ",\"end_timestamp\":"
                                + (START + 3600) * 1000 + ",\"marketprice\":92.1,\"unit\":\"Eur/MWh\"}]}")),
                DAY.from(),
                "92.1",
                "92.1");
    }

    @Test
    void an_address_has_the_day_and_hides_its_token() {
        PriceMapping mapping = new PriceMapping("", "s", "e", "v", PriceMapping.Unit.EUR_KWH, null);
        PriceRequest inAddress =
                new AnyUrl("https://prices.invalid/{date}/{next}?key={token}", "hidden42", mapping).request(DAY);
        PriceRequest inHeader = new AnyUrl("https://prices.invalid/{date}", "hidden42", mapping).request(DAY);
        assertThat(inAddress.uri()).hasToString("https://prices.invalid/2026-11-28/2026-11-29?key=hidden42");
        assertThat(inAddress.headers()).doesNotContainKey("Authorization");
        assertThat(inAddress.toString()).isEqualTo("https://prices.invalid/2026-11-28/2026-11-29?key=…");
        assertThat(inHeader.headers()).containsEntry("Authorization", "Bearer hidden42");
        assertThatIllegalArgumentException().isThrownBy(() -> new AnyUrl("file:///etc/{date}", null, mapping));
        assertThatIllegalArgumentException().isThrownBy(() -> new AnyUrl("https://x.invalid/{token}", null, mapping));
        for (String broken :
                new String[] {"https://x.invalid/?a b&key={token}", "https://x.invalid/{key}?key={token}"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new AnyUrl(broken, "hidden42", mapping))
                    .withMessageContaining("the address of prices is none")
                    .withMessageNotContaining("hidden42")
                    .withNoCause();
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AnyUrl("https://x.invalid/?key={token}", "hidden 42", mapping))
                .withMessageNotContaining("hidden");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PriceMapping.unit("EUR"))
                .withMessageContaining("use EUR/MWh, EUR/kWh or c/kWh");
    }

    @Test
    void a_mapping_says_which_entry_is_none() {
        PriceSource any = new AnyUrl(
                "https://x.invalid", null, new PriceMapping("a", "s", "e", "v", PriceMapping.Unit.EUR_MWH, null));
        assertFault(any, "{\"a\":{}}", Kind.WRONG, "must be a list");
        assertFault(any, "{\"a\":[{\"v\":1}]}", Kind.WRONG, "no s");
        assertFault(
                any, "{\"a\":[{\"v\":1,\"s\":\"yesterday\",\"e\":\"2026-11-28T00:00:00Z\"}]}", Kind.WRONG, "yesterday");
        assertFault(
                any,
                "{\"a\":[{\"v\":1,\"s\":\"2026-11-28T00:00:00Z\",\"e\":\"2026-11-29T00:00:00Z\"}]}",
                Kind.WRONG,
                "neither a quarter hour nor an hour");
        assertFault(
                any,
                "{\"a\":[{\"v\":1,\"s\":\"2026-11-28T00:00:00\",\"e\":\"2026-11-28T01:00:00\"}]}",
                Kind.WRONG,
                "with an offset");
    }

    @Property(tries = 500)
    void a_broken_answer_is_a_fault_or_prices_of_its_day(@ForAll @IntRange(min = 0, max = 1_000_000) int seed) {
        Random random = new Random(seed);
        boolean charts = random.nextBoolean();
        byte[] broken = charts
                ? charts("[%d,%d,%d]", "[92.1,null,-1e-05]", 0, 900, 1800)
                : bytes("{\"base\":[" + entry("2026-11-27T23:00:00Z", "2026-11-27T23:15:00Z", "0.0921") + "]}");
        for (int i = random.nextInt(4); i >= 0; i--) {
            broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
        }
        try {
            assertThat((charts ? CHARTS : ZERO).read(DAY, broken).count()).isBetween(0, 96);
        } catch (PriceFault e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static byte[] charts(String times, String prices, Object... offsets) {
        Object[] seconds = java.util.Arrays.stream(offsets)
                .map(each -> START + (Integer) each)
                .toArray();
        return bytes("{\"license_info\":\"invented\",\"unix_seconds\":" + String.format(times, seconds) + ",\"price\":"
                + prices + ",\"unit\":\"EUR / MWh\",\"deprecated\":false}");
    }

    private static String entry(String start, String end, String price) {
        return "{\"start\":\"" + start + "\",\"end\":\"" + end + "\",\"price\":{\"value\":\"" + price + "\"}}";
    }

    private static void assertFault(PriceSource source, String body, Kind kind, String words) {
        assertFault(source, bytes(body), kind, words);
    }

    private static void assertFault(PriceSource source, byte[] body, Kind kind, String words) {
        PriceFault fault = catchThrowableOfType(PriceFault.class, () -> source.read(DAY, body));
        assertThat(fault)
                .as(new String(body, java.nio.charset.StandardCharsets.UTF_8))
                .isNotNull();
        assertThat(fault.kind()).as(fault.getMessage()).isEqualTo(kind);
        assertThat(fault.getMessage()).containsPattern(words);
    }
}
