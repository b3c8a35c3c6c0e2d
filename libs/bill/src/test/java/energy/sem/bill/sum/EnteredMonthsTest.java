package energy.sem.bill.sum;

import java.time.YearMonth;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.bill.document.DocumentFault;
import energy.sem.bill.sum.Market.MonthValue;
import energy.sem.bill.tariff.ContractFile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EnteredMonthsTest {
    private static final String VALUES =
            """
            values:
              - {name: rlp, unit: EUR/MWh, source: "the supplier's page", months: {2026-09: 91.5, 2026-10: 88 provisional}}
              - {name: gos, unit: kWh/m3, source: "a bill", months: {2026-02: 11.52, 2026-04: 11.61}}
              - {name: nl, unit: m3/m3, source: "a bill", months: {2026-02: 0.987}}
            """;

    private static EnteredMonths entered() throws DocumentFault {
        return new EnteredMonths(ContractFile.read(VALUES.getBytes(UTF_8)).values());
    }

    @ParameterizedTest
    @CsvSource({"2026-09, 91.5, false", "2026-10, 88, true"})
    void an_index_is_what_was_entered_final_or_provisional(YearMonth month, String value, boolean provisional)
            throws DocumentFault {
        MonthValue index = entered().index("rlp", month);
        assertThat(index.value()).isEqualByComparingTo(value);
        assertThat(index.provisional()).isEqualTo(provisional);
    }

    @Test
    void an_index_that_nobody_entered_is_not_known_and_not_guessed_from_an_earlier_month() throws DocumentFault {
        assertThat(entered().index("rlp", YearMonth.of(2026, 11))).isNull();
        assertThat(entered().index("spp", YearMonth.of(2026, 9))).isNull();
        assertThat(entered().index("gos", YearMonth.of(2026, 2))).as("no index").isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "gos, 2026-02, 11.52, false",
        "gos, 2026-03, 11.52, true",
        "gos, 2026-12, 11.61, true",
        "gos, 2026-01, 11.5, true",
        ", 2026-02, 11.5, true"
    })
    void gas_is_worth_what_was_entered_else_an_earlier_month_or_the_assumed_value(
            String name, YearMonth month, String value, boolean provisional) throws DocumentFault {
        MonthValue coefficient = entered().gasKwhM3(name, month);
        assertThat(coefficient.value()).isEqualByComparingTo(value);
        assertThat(coefficient.provisional()).isEqualTo(provisional);
    }

    @Test
    void a_correction_of_gas_is_never_assumed() throws DocumentFault {
        assertThat(entered().gasM3M3("nl", YearMonth.of(2026, 3)).provisional()).isTrue();
        assertThat(entered().gasM3M3("nl", YearMonth.of(2026, 1))).isNull();
    }

    @Test
    void a_contract_that_names_values_that_there_are_not_is_refused() throws DocumentFault {
        ContractFile file = ContractFile.read(
                "contracts: [{name: g, utility: gas, from: 2026-01-01, gas-coefficient: nl, components: []}]"
                        .getBytes(UTF_8));
        EnteredMonths entered = entered();
        assertThatThrownBy(() -> entered.check(file.contracts().get(0)))
                .hasMessageContaining("there are no values \"nl\" in kWh/m3 under values; there are gos, nl, rlp");
    }

    @Test
    void values_that_are_sent_count_in_place_of_others_of_their_name() throws DocumentFault {
        EnteredMonths both = entered()
                .with(ContractFile.read(
                                "values: [{name: rlp, unit: EUR/MWh, source: s, months: {2026-09: 1}}]".getBytes(UTF_8))
                        .values());
        assertThat(both.index("rlp", YearMonth.of(2026, 9)).value()).isEqualByComparingTo("1");
        assertThat(both.gasKwhM3("gos", YearMonth.of(2026, 2)).value()).isEqualByComparingTo("11.52");
        assertThatThrownBy(() -> new EnteredMonths(List.of(
                        ContractFile.read(VALUES.getBytes(UTF_8)).values().get(0),
                        ContractFile.read(VALUES.getBytes(UTF_8)).values().get(0))))
                .hasMessageContaining("there are two values \"rlp\"");
    }
}
