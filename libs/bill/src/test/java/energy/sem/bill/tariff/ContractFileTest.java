package energy.sem.bill.tariff;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.bill.document.DocumentFault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ContractFileTest {
    private static final Path EXAMPLE = Path.of("../../docs/contracts.example.yaml");

    @Test
    void the_example_reads_and_its_formula_is_exact_whatever_its_unit() throws IOException, DocumentFault {
        ContractFile file = ContractFile.read(Files.readAllBytes(EXAMPLE));
        assertThat(file.contracts())
                .extracting(Contract::name)
                .containsExactly("dynamic26", "bands27", "gas26", "water26");
        Component energy = file.contracts().get(0).components().get(0);
        Price.Formula formula = (Price.Formula) energy.bands().get(0).price();
        assertThat(formula.factor()).isEqualTo(new BigDecimal("0.00105"));
        assertThat(formula.plus()).isEqualByComparingTo("0.009");
        assertThat(formula.at(new BigDecimal("-1000"))).as("the floor").isEqualByComparingTo("-0.05");
        assertThat(formula.at(new BigDecimal("1000"))).as("the cap").isEqualByComparingTo("0.60");
        Map<String, TariffSet> sets = TariffSets.with(TariffSets.shipped(), file.sets());
        assertThat(Tariff.of(file.contracts().get(0), sets).lines())
                .containsKeys("energy", "injection", "excise", "capacity", "maximum tariff", "energy fund");
    }

    @Test
    void the_same_price_in_each_unit_is_the_same_price() throws DocumentFault {
        assertThat(List.of(price("EUR/kWh", "0.08702"), price("c/kWh", "8.702"), price("EUR/MWh", "87.02")))
                .allSatisfy(each -> assertThat(each).isEqualByComparingTo("0.08702"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unit: EUR/kWh, vat: 6, price: 1 | line 5: \"e\" in EUR/kWh needs flow: import or export",
                "unit: EUR/year, vat: 6, flow: import, price: 1 | \"e\" in EUR/year has no flow",
                "unit: EUR, vat: 6, price: 1 | the unit \"EUR\" is none: use EUR/kWh, c/kWh",
                "unit: EUR/year, price: 1 | components has no \"vat\": add it",
                "unit: EUR/year, vat: six, price: 1 | write the percentage that is to be added (6)",
                "unit: EUR/year, vat: 6, price: 1e999999999 | price is no number",
                "unit: EUR/year, vat: 6, price: \"1,5\" | price is no number",
                "unit: EUR/year, vat: 6 | must have one of price, formula, brackets, maximum, bands",
                "'unit: EUR/year, vat: 6, price: 1, brackets: [{price: 1}]' | not price and brackets",
                "unit: EUR/year, vat: 6, prise: 1 | components knows no \"prise\": use bands",
                "unit: EUR/year, vat: 6, price: 1, from: 2026-02-30 | from is no date",
                "unit: EUR/year, vat: 6, price: 1, from: 2026-02-01, until: 2026-02-01 | ends (until 2026-02-01) before it begins",
                "unit: c/kWh, flow: import, vat: 6, formula: spot | must read as 0.1039 * spot + 0.8702",
                "unit: c/kWh, flow: import, vat: 6, formula: 0.1 * spot | needs its step",
                "unit: c/kWh, flow: import, vat: 6, formula: 0.1 * rlp, step: hour | step is for spot only",
                "unit: c/kWh, flow: import, vat: 6, price: 1, floor: 0 | floor belongs to a formula",
                "unit: c/kWh, flow: import, vat: 6, formula: 0.1 * spot, step: hour, net: year | is netted over a year",
                "unit: EUR/m3, flow: import, vat: 6, price: 1 | nothing that electricity has",
                "unit: c/kWh, flow: import, vat: 6, brackets: [{price: 1}, {price: 2}] | each bracket goes up to more",
                "unit: c/kWh, flow: import, vat: 6, brackets: [{up-to: 5, price: 1}] | the last bracket has no up-to",
                "unit: c/kWh, flow: import, vat: 6, bands: [{name: a, tariff: 1, price: 1}] | bands are several",
                "unit: c/kWh, flow: import, vat: 6, bands: [{name: a, tariff: 3, price: 1}] | tariff is 1, 2 or other",
                "unit: c/kWh, flow: import, vat: 6, bands: [{name: a, days: mon, price: 1}, {name: b, days: tue, price: 1}]"
                        + " | on a wednesday, date --01-01, no band holds",
                "unit: c/kWh, flow: import, vat: 6, bands: [{name: a, price: 1}, {name: b, hours: '23:00-24:00', price: 1}]"
                        + " | at 23:00 on a monday, date --01-01, these hold at once: a, b",
                "unit: c/kWh, flow: import, vat: 6, bands: [{name: a, hours: '7-22', price: 1}, {name: b, otherwise: true, price: 1}]"
                        + " | hours are written as 07:00-22:00",
                "unit: c/kWh, flow: import, vat: 6, bands: [{name: a, hours: '07:05-22:00', price: 1}] | on quarters of an hour",
                "unit: c/kWh, flow: import, vat: 6, bands: [{name: a, hours: '07:75-22:00', price: 1}] | on quarters of an hour",
                "unit: c/kWh, flow: import, vat: 6, bands: [{name: a, hours: '07:00-23:60', price: 1}] | on quarters of an hour",
                "unit: c/kWh, flow: import, vat: 6, maximum: {of: [x], price: 1, over: year, least-kw: 2.5555} | at most three decimals",
                "unit: c/kWh, flow: import, vat: 6, maximum: {of: [x], price: 1, over: year, least-kw: -1} | from 0 to 1000 kW",
                "unit: c/kWh, flow: import, vat: 6, maximum: {of: [x], price: 1, over: year, least-kw: 999999999} | from 0 to 1000 kW",
                "unit: c/kWh, flow: import, vat: 6, bands: [{name: a, dates: '02-30..03-01', price: 1}] | dates are written as",
                "unit: '%', vat: 6, price: 5 | has no \"of\"",
                "unit: '%', vat: 6, price: 5, of: [] | at least one line",
                "unit: '%', vat: 6, price: 101, of: [x] | between -100 and 100",
                "unit: '%', vat: 6, brackets: [{price: 1}], of: [x] | has no \"price\"",
                "unit: '%', flow: import, vat: 6, price: 5, of: [x] | has no flow",
                "unit: EUR/year, vat: 6, price: 5, of: [x] | of belongs to a price in %"
            })
    void what_is_wrong_is_said_with_its_line(String component, String words) {
        String yaml = "contracts:\n  - name: c\n    from: 2026-01-01\n    area: BE\n    components: [{name: e, "
                + component.strip().replaceAll("^'|'$", "") + "}]\n";
        DocumentFault fault = catchThrowableOfType(DocumentFault.class, () -> ContractFile.read(yaml.getBytes(UTF_8)));
        assertThat(fault).as(yaml).isNotNull();
        assertThat(fault.getMessage()).startsWith("line 5: ").contains(words);
    }

    @Test
    void bands_of_the_clock_hold_as_they_are_written() throws IOException, DocumentFault {
        Component energy = ContractFile.read(Files.readAllBytes(EXAMPLE))
                .contracts()
                .get(1)
                .components()
                .get(0);
        When.Clock day = (When.Clock) energy.bands().get(1).when();
        assertThat(day.days())
                .containsExactlyInAnyOrder(
                        DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
        assertThat(day.holds(java.time.LocalDateTime.parse("2027-12-24T21:45"), false))
                .isTrue();
        assertThat(day.holds(java.time.LocalDateTime.parse("2027-12-24T22:00"), false))
                .isFalse();
        assertThat(day.holds(java.time.LocalDateTime.parse("2027-12-24T12:00"), true))
                .as("a holiday")
                .isFalse();
        assertThat(day.holds(java.time.LocalDateTime.parse("2027-12-25T12:00"), false))
                .as("a Saturday")
                .isFalse();
        assertThat(day.holds(java.time.LocalDateTime.parse("2027-06-24T12:00"), false))
                .as("summer")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: i, unit: EUR/MWh, months: {2026-01: 1} | has no \"source\"",
                "name: spot, unit: EUR/MWh, source: s, months: {} | is not spot",
                "name: i, unit: c/kWh, source: s, months: {} | none of a month's value: use EUR/MWh, kWh/m3, m3/m3",
                "name: i, unit: EUR/MWh, source: s, months: {2026-13: 1} | is no month",
                "name: i, unit: EUR/MWh, source: s, months: {2026-01: high} | is no number",
                "name: i, unit: EUR/MWh, source: s, months: {2026-01: 9000} | not between -1000 and 3000",
                "name: i, unit: kWh/m3, source: s, months: {2026-01: 0.0115} | not between 5 and 15",
                "name: i, unit: m3/m3, source: s, months: {2026-01: 11.5} | not between 0.8 and 1.2",
                "name: i, unit: m3/m3, source: s, month: {} | knows no \"month\""
            })
    void values_of_months_that_are_wrong_are_said_with_their_line(String values, String words) {
        assertThatThrownBy(() -> ContractFile.read(("values:\n  - {" + values + "}\n").getBytes(UTF_8)))
                .isInstanceOf(DocumentFault.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining(words);
    }

    @Test
    void a_gas_coefficient_is_of_gas() {
        assertThatThrownBy(() -> ContractFile.read(
                        "contracts: [{name: c, from: 2026-01-01, gas-coefficient: x, components: []}]".getBytes(UTF_8)))
                .hasMessageContaining("gas-coefficient is of a contract for gas");
    }

    @ParameterizedTest
    @CsvSource({
        "nowhere, must be a line with a price of its own and the same vat",
        "other-vat, must be a line with a price of its own and the same vat",
        "off, must be a line with a price of its own and the same vat"
    })
    void a_share_is_of_lines_that_are_written_alike(String of, String words) throws DocumentFault {
        String yaml = "contracts: [{name: c, from: 2026-01-01, components: ["
                + "{name: other-vat, flow: import, unit: EUR/kWh, vat: 21, price: 1},"
                + "{name: off, unit: '%', vat: 6, price: -5, of: [" + of + "]}]}]";
        Contract contract = ContractFile.read(yaml.getBytes(UTF_8)).contracts().get(0);
        assertThatThrownBy(() -> Tariff.of(contract, TariffSets.shipped())).hasMessageContaining(words);
    }

    @Test
    void references_doubled_keys_and_deep_nests_are_refused() {
        assertThatThrownBy(() -> ContractFile.read("contracts: &a []\nsets: *a\n".getBytes(UTF_8)))
                .isInstanceOf(DocumentFault.class)
                .hasMessageContaining("write it out");
        assertThatThrownBy(() -> ContractFile.read("contracts: []\ncontracts: []\n".getBytes(UTF_8)))
                .isInstanceOf(DocumentFault.class);
        assertThatThrownBy(() -> ContractFile.read(("contracts: " + "[".repeat(5000)).getBytes(UTF_8)))
                .isInstanceOf(DocumentFault.class);
    }

    @Test
    void a_contract_says_which_set_or_fact_it_lacks() throws DocumentFault {
        assertTariff("sets: [atlantis]", "there is no set \"atlantis\"; there are belgium-electricity");
        assertTariff("sets: [sibelga]", "depends on the fact \"tariff\" of the home: add it under facts (bi)");
        assertTariff(
                "sets: [sibelga], facts: {tariff: night}",
                "the fact tariff is \"night\", and set sibelga knows bi, single");
        assertTariff("sets: [sibelga], facts: {tariff: bi, kva: much}", "the fact kva must be a number");
        assertTariff("sets: [ores], facts: {tariff: bi, compensation: 'yes'}", "add the fact prosumer-kva");
        assertTariff("sets: [belgium-gas]", "is for electricity, and its set belgium-gas for gas");
        assertTariff(
                "sets: [], components: [{name: a, unit: EUR/year, vat: 6, price: 1},"
                        + " {name: a, unit: EUR/year, vat: 6, price: 2}]",
                "two components \"a\" hold on the same days");
        assertTariff(
                "sets: [ores], facts: {tariff: bi, compensation: 'yes', prosumer-kva: abc}",
                "\"abc\": it must be a number");
        assertTariff(
                "sets: [ores], facts: {tariff: bi, compensation: 'yes', prosumer-kva: -5}",
                "\"-5\": it must be a number");
        String most = "flow: import, unit: EUR/kWh, vat: 6, maximum: {of: [%s], price: 1, least-kw: 2.5, over: year}";
        assertTariff(
                "sets: [], components: [{name: m, " + most.formatted("nothing") + "}]",
                "\"nothing\", which there is not");
        assertTariff("sets: [], components: [{name: m, " + most.formatted("m") + "}]", "which is a maximum itself");
        assertTariff(
                "sets: [], components: [{name: m, " + most.formatted("n") + "}, {name: n, " + most.formatted("m")
                        + "}]",
                "which is a maximum itself");
    }

    @Property(tries = 300)
    void a_broken_file_is_a_fault_or_a_file(@ForAll @IntRange(min = 0, max = 1_000_000) int seed) throws IOException {
        byte[] broken = Files.readAllBytes(EXAMPLE);
        Random random = new Random(seed);
        for (int i = random.nextInt(4); i >= 0; i--) {
            broken[random.nextInt(broken.length)] = (byte) (32 + random.nextInt(95));
        }
        try {
            assertThat(ContractFile.read(broken).contracts()).isNotNull();
        } catch (DocumentFault e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static void assertTariff(String keys, String words) throws DocumentFault {
        String yaml = "contracts: [{name: c, from: 2026-01-01, " + keys
                + (keys.contains("components") ? "" : ", components: []") + "}]";
        Contract contract = ContractFile.read(yaml.getBytes(UTF_8)).contracts().get(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tariff.of(contract, TariffSets.shipped()))
                .withMessageContaining(words);
    }

    private static BigDecimal price(String unit, String number) throws DocumentFault {
        String yaml = "contracts: [{name: c, from: 2026-01-01, components: [{name: e, flow: import, vat: 6, unit: "
                + unit + ", price: " + number + "}]}]";
        Component component = ContractFile.read(yaml.getBytes(UTF_8))
                .contracts()
                .get(0)
                .components()
                .get(0);
        return ((Price.Constant) component.bands().get(0).price()).euro();
    }
}
