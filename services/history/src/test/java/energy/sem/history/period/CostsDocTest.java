package energy.sem.history.period;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

import energy.sem.base.SettingsCatalogue;
import energy.sem.history.answer.Bill;
import energy.sem.history.answer.CostPart;
import energy.sem.history.cost.ContractSettings;
import energy.sem.history.cost.Contracts;
import energy.sem.history.cost.Costing;
import energy.sem.history.flow.Flow;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;
import energy.sem.quarter.QuarterHours;

import static org.assertj.core.api.Assertions.assertThat;

/** The month that docs/costs.md works out is what its settings make of its quantities. */
class CostsDocTest {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final Path PAGE = Path.of("../../docs/costs.md");

    @Test
    void the_worked_month_is_right_to_the_tenth_of_a_cent() throws IOException {
        List<String> lines = Files.readAllLines(PAGE);
        Map<String, String> variables = variables(lines);
        assertThat(SettingsCatalogue.fault(Map.of(), variables)).isEmpty();
        ContractSettings settings = new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(variables, 300))
                .withMapping(ContractSettings.class)
                .build()
                .getConfigMapping(ContractSettings.class);
        Costing costing = new Costing(
                new Contracts(settings).of("home"),
                Map.of(YearMonth.of(2026, 3), 4456),
                BRUSSELS,
                edge(LocalDate.of(2026, 1, 1)),
                edge(LocalDate.of(2027, 1, 1)));
        Flow march = new Flow(
                RegisterValues.of(Map.of(
                        Register.IMPORT_WH, 322_750L,
                        Register.IMPORT_T1_WH, 180_500L,
                        Register.IMPORT_T2_WH, 142_250L,
                        Register.EXPORT_WH, 82_400L,
                        Register.EXPORT_T1_WH, 60_000L,
                        Register.EXPORT_T2_WH, 22_400L)),
                118_200L,
                9_100L,
                null,
                null,
                Set.of());
        Bill bill = Money.bill(costing.of(march, edge(LocalDate.of(2026, 3, 1)), edge(LocalDate.of(2026, 4, 1))));
        assertThat(written(bill)).containsExactlyEntriesOf(table(lines));
    }

    private static Map<String, String> variables(List<String> lines) {
        Map<String, String> variables = new LinkedHashMap<>();
        lines.stream().filter(line -> line.startsWith("SEM_")).forEach(line -> {
            String[] parts = line.split("=", 2);
            variables.put(parts[0], parts[1]);
        });
        return variables;
    }

    /** Part and quantity to euro. */
    private static Map<String, String> table(List<String> lines) {
        Map<String, String> table = new LinkedHashMap<>();
        boolean in = false;
        for (String line : lines) {
            String[] cells = line.split("\\|", -1);
            if (line.startsWith("| part |")) {
                in = true;
            } else if (in && cells.length == 6 && !line.startsWith("|---")) {
                table.put(
                        plain(cells[1]) + (cells[1].contains("capacity") ? "" : " " + plain(cells[2])).stripTrailing(),
                        plain(cells[4]).replace('−', '-'));
            } else if (in && !line.startsWith("|---")) {
                in = false;
            }
        }
        return table;
    }

    private static String plain(String cell) {
        return cell.replace("*", "").strip();
    }

    private static Map<String, String> written(Bill bill) {
        Map<String, String> written = new LinkedHashMap<>();
        for (CostPart part : bill.parts()) {
            String quantity =
                    part.quantity() == null ? "" : " " + part.quantity().toPlainString() + " " + part.unit();
            written.put(part.part() + quantity, thousandths(part.amount()));
        }
        written.put("total", thousandths(bill.total()));
        return written;
    }

    private static String thousandths(BigDecimal amount) {
        return amount.setScale(3).toPlainString();
    }

    private static int edge(LocalDate day) {
        return QuarterHours.of(day.atStartOfDay(BRUSSELS).toInstant());
    }
}
