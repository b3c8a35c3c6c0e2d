package energy.sem.cli.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import energy.sem.bill.check.Plausibility;
import energy.sem.bill.check.Question;
import energy.sem.bill.document.DocumentFault;
import energy.sem.bill.sum.EnteredMonths;
import energy.sem.bill.tariff.Contract;
import energy.sem.bill.tariff.ContractFile;
import energy.sem.bill.tariff.MonthValues;
import energy.sem.bill.tariff.Tariff;
import energy.sem.bill.tariff.TariffSet;
import energy.sem.bill.tariff.TariffSets;
import energy.sem.cli.StartFailure;

/** {@code ./sem contract check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Reads files of contracts as history does, and explains a month by them: every line of its bill with the rule of"
                    + " its price. Numbers that look like another unit's are asked about.",
            "./sem contract check contracts.yaml --month 2026-11"
        })
public final class ContractCheckCommand implements Callable<Integer> {
    private static final long LARGEST = 1 << 20;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Files as docs/contracts.example.yaml explains them; sets of one are there for all.")
    private List<Path> files;

    @Option(names = "--month", paramLabel = "YYYY-MM", description = "The month to explain. Default: this one.")
    private YearMonth month = YearMonth.now(ZoneId.systemDefault());

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Map<String, TariffSet> sets = TariffSets.shipped();
        List<Contract> contracts = new ArrayList<>();
        List<MonthValues> values = new ArrayList<>();
        for (Path file : files) {
            ContractFile read = read(file);
            sets = TariffSets.with(sets, read.sets());
            contracts.addAll(read.contracts());
            values.addAll(read.values());
        }
        List<Question> questions = new ArrayList<>();
        for (Contract contract : contracts) {
            Tariff tariff = tariff(contract, sets, values);
            new MonthInWords(tariff, month).lines().forEach(spec.commandLine().getOut()::println);
            spec.commandLine().getOut().println();
            questions.addAll(Plausibility.questions(tariff, values));
        }
        questions.forEach(each -> spec.commandLine().getOut().println(each.detail()));
        spec.commandLine()
                .getOut()
                .printf(
                        "%d contract%s read, %s.%n",
                        contracts.size(),
                        contracts.size() == 1 ? "" : "s",
                        questions.isEmpty() ? "nothing is wrong" : questions.size() + " to look at");
        return 0;
    }

    private static Tariff tariff(Contract contract, Map<String, TariffSet> sets, List<MonthValues> values) {
        try {
            new EnteredMonths(values).check(contract);
            return Tariff.of(contract, sets);
        } catch (IllegalArgumentException e) {
            throw new StartFailure(e.getMessage(), e);
        }
    }

    private static ContractFile read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new StartFailure(file + " is larger than a mebibyte: that is no file of contracts.");
            }
            return ContractFile.read(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new StartFailure("there is no file " + file + ".", e);
        } catch (DocumentFault e) {
            throw new StartFailure(file + ", " + e.getMessage(), e);
        } catch (IOException e) {
            throw new StartFailure(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
