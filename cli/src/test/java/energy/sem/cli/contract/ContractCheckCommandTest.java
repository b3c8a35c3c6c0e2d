package energy.sem.cli.contract;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

import energy.sem.cli.Sem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class ContractCheckCommandTest {
    private static final String CARD =
            """
            contracts:
              - name: card
                from: 2026-01-01
                until: 2027-01-01
                area: BE
                components:
                  - {name: energy, flow: import, unit: %s, vat: 6, %s, step: quarter}
                  - {name: welcome, unit: EUR/month, vat: 6 included, until: 2026-04-01, price: -5}
                  - {name: welcome, unit: EUR/month, vat: 6 included, from: 2026-04-01, price: 0}
            """;

    private final StringWriter out = new StringWriter();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void the_annotated_example_is_explained_line_by_line() {
        assertThat(check("../docs/contracts.example.yaml", "--month", "2026-11"))
                .isZero();
        assertThat(out.toString())
                .contains("dynamic26: electricity of home, from 2026-01-01 until 2027-01-01, day-ahead prices of BE,"
                        + " on fluvius-imewo, belgium-electricity")
                .containsPattern("supplier +energy +import +0\\.105 × spot \\+ 0\\.9 c/kWh, at least -5, at most 60,"
                        + " by quarter; VAT 6 % on top")
                .containsPattern("levy +[a-z ]*excise.* import +.*EUR/MWh")
                .contains("bands27: electricity, from 2027-01-01")
                .contains("It does not hold in 2026-11.")
                .contains("nothing is wrong");
    }

    @Test
    void a_line_that_changes_within_the_month_is_told_twice_with_its_days() throws Exception {
        Path card = file(CARD.formatted("c/kWh", "formula: 0.1039 * spot + 0.8702"));
        assertThat(check(card.toString(), "--month", "2026-03")).isZero();
        assertThat(out.toString())
                .containsPattern("welcome .*-5 EUR/month; VAT 6 % in it")
                .doesNotContain(" 0 EUR/month");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // EUR copied as c, c as EUR, MWh as kWh; and what cards say.
                "EUR/kWh | formula: 0.1039 * spot + 0.8702 | 11.2602 EUR/kWh at a day-ahead price of 100 EUR/MWh",
                "EUR/MWh | formula: 0.1039 * spot + 0.8702 | 0.0112602 EUR/kWh at a day-ahead price",
                "c/kWh   | formula: 0.1039 * spot + 0.8702 | nothing is wrong",
                "EUR/MWh | formula: 1.039 * spot + 8.702   | nothing is wrong",
                "c/kWh   | formula: 0.1101 * spot + 0.92   | takes 1.101 times the day-ahead price without VAT. Has the number the VAT in it",
            })
    void a_number_that_looks_like_another_units_is_asked_about(String unit, String price, String said)
            throws Exception {
        assertThat(check(file(CARD.formatted(unit, price)).toString())).isZero();
        assertThat(out.toString()).contains(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "flow: import, unit: c/kWh, vat: 6 included, formula: 0.1 * spot + 1, step: hour | Is the number really with VAT",
                "flow: import, unit: c/kWh, vat: 6 included, formula: 0.1101 * spot + 1, step: hour | nothing is wrong",
                "flow: import, unit: EUR/kWh, vat: 6, price: 25.43 | 25.43 EUR/kWh. Is the unit really EUR/kWh",
                "flow: import, unit: EUR/MWh, vat: 6, price: 0.2543 | 0.0002543 EUR/kWh",
                "unit: EUR/month, vat: 6, price: 100 | 1200 EUR/year",
                "flow: import, unit: c/kWh, vat: 6, formula: 0.11 * rlp + 2 | which has no values in these files"
            })
    void other_numbers_are_asked_about_too(String component, String said) throws Exception {
        String yaml = "contracts: [{name: c, from: 2026-01-01, area: BE, components: [{name: e, " + component + "}]}]";
        assertThat(check(file(yaml).toString())).isZero();
        assertThat(out.toString()).contains(said);
    }

    @Test
    void a_comparison_is_a_table_with_what_is_not_known() throws Exception {
        ContractCompareCommand.print(
                new com.fasterxml.jackson.databind.ObjectMapper()
                        .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                        .readTree(
                                """
                                {"meter":"home","utility":"electricity","from":"2025-11-01T00:00:00+01:00","to":"2026-11-01T00:00:00+01:00",
                                 "words":["These are past prices and past use, not a promise."],"contracts":[
                                 {"contract":"b","total":801.2,"energy":310.2,"fees":70,"credits":0,"gridAndLevies":421,
                                  "moreThanHolding":-61.3,"pricedShare":1},
                                 {"contract":"fixed","holds":true,"total":862.5,"energy":376.5,"fees":65,"credits":0,
                                  "gridAndLevies":421,"moreThanHolding":0,"pricedShare":1},
                                 {"contract":"d","pricedShare":0.985,"missing":[{"detail":"energy: no day-ahead price is known on 2026-02-13."}]}]}"""),
                new PrintWriter(out, true));
        assertThat(out.toString())
                .containsPattern("b +801\\.20 +310\\.20 +70\\.00 +0\\.00 +421\\.00 +-61\\.30 +100 %")
                .contains("fixed (yours)")
                .containsPattern("d +unknown .* 98\\.5 %")
                .contains("no day-ahead price is known on 2026-02-13.")
                .contains("not a promise");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "contracts: [{name: a}]                              | line 1: ",
                "contracts: 7                                        | line 1: ",
                "nothing: here                                       | line 1: ",
                "'contracts: [{name: a, from: 2026-01-01, sets: [none], components: []}]' | there is no set \"none\"",
                "'{{{'                                               | ",
            })
    void what_is_wrong_is_said_with_its_line_and_status_1(String text, String said) throws Exception {
        assertThat(check(file(text).toString())).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains(said == null ? "file.yaml" : said);
    }

    @Test
    void a_file_that_is_not_there_is_said() {
        assertThat(check(folder.resolve("none.yaml").toString())).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("there is no file");
    }

    @Test
    void without_a_subcommand_it_says_which_there_is() {
        assertThat(execute("contract")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("./sem contract check FILE");
    }

    private Path file(String text) throws Exception {
        return Files.writeString(folder.resolve("file.yaml"), text);
    }

    private int check(String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "contract";
        all[1] = "check";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return execute(all);
    }

    private int execute(String... arguments) {
        CommandLine sem = Sem.commandLine();
        sem.setOut(new PrintWriter(out, true));
        PrintStream before = System.err;
        System.setErr(new PrintStream(err, true, UTF_8));
        try {
            return sem.execute(arguments);
        } finally {
            System.setErr(before);
        }
    }
}
