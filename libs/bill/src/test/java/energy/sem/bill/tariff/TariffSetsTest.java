package energy.sem.bill.tariff;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.bill.document.DocumentFault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class TariffSetsTest {
    private static final Map<String, TariffSet> SHIPPED = TariffSets.shipped();

    @Test
    void each_set_says_where_its_numbers_are_from_and_when_they_were_checked() {
        assertThat(SHIPPED.values()).hasSizeGreaterThanOrEqualTo(26).allSatisfy(each -> {
            assertThat(each.source()).isNotBlank();
            assertThat(each.checked()).isAfterOrEqualTo(LocalDate.of(2026, 11, 28));
            assertThat(SHIPPED.keySet()).containsAll(each.includes());
        });
    }

    @Test
    void no_price_of_a_set_holds_without_end() {
        assertThat(SHIPPED.values()).allSatisfy(set -> assertThat(set.components())
                .allSatisfy(each -> assertThat(each.until()).as(each.name()).isNotNull()));
    }

    @ParameterizedTest
    @CsvSource({
        "fluvius-antwerpen, 'domiciled: \"yes\"'",
        "fluvius-zenne-dijle, 'domiciled: \"no\"'",
        "ores, 'tariff: impact, compensation: \"no\"'",
        "ores, 'tariff: bi, compensation: \"yes\", prosumer-kva: 5'",
        "resa, 'tariff: single, compensation: \"no\"'",
        "sibelga, 'tariff: bi, kva: 9.2'",
        "netherlands-electricity, 'none: none'",
    })
    void a_home_can_lie_on_a_set(String set, String facts) throws DocumentFault {
        assertThat(tariff(set, facts).lines()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"6, 13.36, 50.07", "9.2, 21.37, 50.07", "13, 26.71, 50.07", "13.1, 39.94, 100.15", "36, 53.30, 100.15"})
    void brussels_charges_by_the_power_of_the_connection(String kva, String service, String power)
            throws DocumentFault {
        Tariff tariff = tariff("sibelga", "tariff: bi, kva: " + kva);
        assertThat(price(tariff, "public service")).isEqualTo(service);
        assertThat(price(tariff, "power term")).isEqualTo(power);
    }

    /** Impact, of which a quarter hour's band is the card's: pic 17-22, medium 7-11 and 22-1, eco 1-7 and 11-17, every day. */
    @ParameterizedTest
    @CsvSource({
        "00:45, medium",
        "01:00, eco",
        "06:45, eco",
        "07:00, medium",
        "10:45, medium",
        "11:00, eco",
        "16:45, eco",
        "17:00, pic",
        "21:45, pic",
        "22:00, medium",
        "23:45, medium"
    })
    void the_hours_of_impact_are_the_same_every_day(String time, String band) throws DocumentFault {
        Component grid = tariff("ores", "tariff: impact, compensation: \"no\"")
                .lines()
                .get("grid energy")
                .get(0);
        for (String day : List.of("2026-11-01", "2026-11-02", "2026-11-07", "2026-12-25")) {
            assertThat(grid.bands().stream()
                            .filter(each -> ((When.Clock) each.when())
                                    .holds(java.time.LocalDateTime.parse(day + "T" + time), true))
                            .map(Band::name))
                    .containsExactly(band);
        }
    }

    @Test
    void a_set_of_ones_own_counts_in_place_of_the_shipped_one() {
        TariffSet own = new TariffSet(
                "ores",
                "mine",
                Utility.ELECTRICITY,
                "my bill",
                LocalDate.of(2027, 1, 2),
                List.of(),
                List.of(),
                List.of());
        assertThat(TariffSets.with(SHIPPED, List.of(own)).get("ores")).isSameAs(own);
    }

    @Test
    void belgian_holidays_follow_easter() {
        List<String> of2027 = List.of(
                "2027-01-01",
                "2027-03-29",
                "2027-05-01",
                "2027-05-06",
                "2027-05-17",
                "2027-07-21",
                "2027-08-15",
                "2027-11-01",
                "2027-11-11",
                "2027-12-25");
        assertThat(LocalDate.of(2027, 1, 1)
                        .datesUntil(LocalDate.of(2028, 1, 1))
                        .filter(Holidays.BE::has)
                        .map(LocalDate::toString))
                .containsExactlyElementsOf(of2027);
        assertThat(Holidays.NONE.has(LocalDate.of(2027, 1, 1))).isFalse();
    }

    private static Tariff tariff(String set, String facts) throws DocumentFault {
        String yaml =
                "contracts: [{name: c, from: 2026-01-01, sets: [" + set + "], facts: {" + facts + "}, components: []}]";
        return Tariff.of(ContractFile.read(yaml.getBytes(UTF_8)).contracts().get(0), SHIPPED);
    }

    private static String price(Tariff tariff, String line) {
        List<Component> components = tariff.lines().get(line);
        assertThat(components).hasSize(1);
        return ((Price.Constant) components.get(0).bands().get(0).price())
                .euro()
                .toPlainString();
    }
}
