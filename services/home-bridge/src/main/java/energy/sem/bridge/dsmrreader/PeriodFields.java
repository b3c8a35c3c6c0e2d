package energy.sem.bridge.dsmrreader;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import energy.sem.bridge.history.api.AmountsJson;
import energy.sem.bridge.history.api.BillJson;
import energy.sem.bridge.history.api.CostPartJson;
import energy.sem.bridge.history.api.PeriodAnswerJson;
import energy.sem.bridge.value.TwoTariffs;

/** The fields of {@code dsmr/day-consumption/} and those of a month and a year: amounts with three decimals, euro with two. */
final class PeriodFields {
    private static final int AMOUNT = 3;
    private static final int EURO = 2;

    private PeriodFields() {}

    static Map<String, String> of(PeriodAnswerJson answer) {
        Map<String, String> fields = new LinkedHashMap<>();
        AmountsJson total = answer.getTotal();
        if (total == null) {
            return fields;
        }
        TwoTariffs imported = TwoTariffs.of(total.getImportT1Kwh(), total.getImportT2Kwh(), total.getImportKwh());
        TwoTariffs exported = TwoTariffs.of(total.getExportT1Kwh(), total.getExportT2Kwh(), total.getExportKwh());
        put(fields, "electricity1", imported.first(), AMOUNT);
        put(fields, "electricity2", imported.second(), AMOUNT);
        put(fields, "electricity1_returned", exported.first(), AMOUNT);
        put(fields, "electricity2_returned", exported.second(), AMOUNT);
        put(fields, "electricity_merged", total.getImportKwh(), AMOUNT);
        put(fields, "electricity_returned_merged", total.getExportKwh(), AMOUNT);
        put(fields, "gas", total.getGasM3(), AMOUNT);
        if (total.getCosts() != null) {
            costs(fields, total.getCosts());
        }
        return fields;
    }

    /** DSMR-reader's cost of a tariff is what comes less what goes in it. */
    private static void costs(Map<String, String> fields, BillJson costs) {
        List<CostPartJson> parts = costs.getParts();
        if (parts != null) {
            TwoTariffs cost = TwoTariffs.of(
                    sum(parts, "import-t1", "export-t1"),
                    sum(parts, "import-t2", "export-t2"),
                    sum(parts, "import", "export"));
            put(fields, "electricity1_cost", cost.first(), EURO);
            put(fields, "electricity2_cost", cost.second(), EURO);
            put(
                    fields,
                    "electricity_cost_merged",
                    sum(parts, "import-t1", "import-t2", "import", "export-t1", "export-t2", "export"),
                    EURO);
            put(fields, "gas_cost", sum(parts, "gas"), EURO);
            put(fields, "fixed_cost", sum(parts, "electricity-fixed", "gas-fixed"), EURO);
        }
        put(fields, "total_cost", costs.getTotal(), EURO);
    }

    /** Of the parts there are; null without any. */
    private static BigDecimal sum(List<CostPartJson> parts, String... names) {
        BigDecimal sum = null;
        for (CostPartJson each : parts) {
            if (List.of(names).contains(String.valueOf(each.getPart())) && each.getAmount() != null) {
                sum = sum == null ? each.getAmount() : sum.add(each.getAmount());
            }
        }
        return sum;
    }

    private static void put(Map<String, String> fields, String name, BigDecimal value, int places) {
        if (value != null) {
            fields.put(name, value.setScale(places, RoundingMode.HALF_UP).toPlainString());
        }
    }
}
