package energy.sem.cli.contract;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import energy.sem.cli.StartFailure;
import energy.sem.cli.past.DoorOptions;
import energy.sem.cli.past.HistoryDoor;

/** {@code ./sem contract compare}. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Prices one's own past under the contracts of a file, the cheapest first: the same quarter hours and peaks, the last twelve"
                    + " whole months. Past prices, not a promise. Nothing of the file is kept.",
            "./sem contract compare offers.yaml --meter home"
        })
public final class ContractCompareCommand implements Callable<Integer> {
    private static final String ROW = "%-28s %10s %10s %9s %9s %12s %10s %7s%n";

    @Parameters(paramLabel = "FILE", description = "Offers, as docs/contracts.example.yaml explains them.")
    private Path file;

    @Option(names = "--meter", paramLabel = "NAME", description = "The meter. Default: the only one that there is.")
    private String meter;

    @Option(
            names = "--from",
            paramLabel = "YYYY-MM-DD",
            description = "The first day. Default: twelve months before --to.")
    private LocalDate from;

    @Option(
            names = "--to",
            paramLabel = "YYYY-MM-DD",
            description = "The day after the last. Default: the first of this month.")
    private LocalDate to;

    @Option(names = "--utility", paramLabel = "NAME", description = "electricity, gas or water. Default: electricity.")
    private String utility;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description =
                    "The file with a read key, where reading needs one. Default: SEM_HISTORY_KEY, or the first of SEM_READ_KEYS.")
    private Path keyFile;

    @Mixin
    private DoorOptions door;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        byte[] offers = read();
        HistoryDoor history = door.openToRead(System.getenv(), keyFile);
        String name = meter != null ? meter : history.onlyMeter();
        print(history.compare(name, offers, query()), spec.commandLine().getOut());
        return 0;
    }

    private byte[] read() {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new StartFailure("there is no file " + file + ".", e);
        } catch (IOException e) {
            throw new StartFailure(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private String query() {
        List<String> parts = new ArrayList<>();
        if (from != null) {
            parts.add("from=" + from);
        }
        if (to != null) {
            parts.add("to=" + to);
        }
        if (utility != null) {
            parts.add("utility=" + java.net.URLEncoder.encode(utility, java.nio.charset.StandardCharsets.UTF_8));
        }
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    /** Writes a comparison as a table for people. */
    static void print(JsonNode answer, PrintWriter out) {
        out.printf(
                "%s of %s, %s to %s, euro with VAT%n%n",
                answer.path("utility").asText(),
                answer.path("meter").asText(),
                answer.path("from").asText().substring(0, 10),
                answer.path("to").asText().substring(0, 10));
        out.printf(ROW, "contract", "total", "energy", "fees", "credits", "grid, levies", "more", "known");
        for (JsonNode each : answer.path("contracts")) {
            String name = each.path("contract").asText() + (each.path("holds").asBoolean() ? " (yours)" : "");
            out.printf(
                    ROW,
                    name,
                    euro(each, "total"),
                    euro(each, "energy"),
                    euro(each, "fees"),
                    euro(each, "credits"),
                    euro(each, "gridAndLevies"),
                    euro(each, "moreThanHolding"),
                    each.path("pricedShare")
                                    .decimalValue()
                                    .movePointRight(2)
                                    .stripTrailingZeros()
                                    .toPlainString() + " %");
            each.path("missing")
                    .forEach(one -> out.println("    " + one.path("detail").asText()));
        }
        out.println();
        answer.path("words").forEach(each -> out.println(each.asText()));
    }

    private static String euro(JsonNode of, String field) {
        return of.has(field) ? of.get(field).decimalValue().setScale(2).toPlainString() : "unknown";
    }
}
