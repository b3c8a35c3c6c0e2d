package energy.sem.benchmarks;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

import org.openjdk.jmh.Main;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks of libs/p1 in one run and prints each beside its limit. Takes JMH's own options too, such as
 * {@code -p telegram=FILE -f 1}; with {@code -h} or {@code -l} it is JMH's own program.
 */
public final class Benchmarks {

    private static final List<String> NAMES =
            List.of("crcByTable", "crcSliced", "frame", "decode", "crcByTableChanging", "decodeChanging");

    private Benchmarks() {}

    /** The program. */
    public static void main(String[] args) throws Exception {
        if (List.of(args).contains("-h") || List.of(args).contains("-l")) {
            Main.main(args);
            return;
        }
        CommandLineOptions given = new CommandLineOptions(args);
        ChainedOptionsBuilder options = new OptionsBuilder().parent(given).addProfiler(GCProfiler.class);
        if (given.getIncludes().isEmpty()) {
            options.include(Benchmarks.class.getPackageName() + ".P1");
        }
        Collection<RunResult> results = new Runner(options.build()).run();
        StringBuilder table =
                new StringBuilder("\n| what | telegrams a second | of the table CRC | bytes allocated |\n");
        table.append("|---|---:|---:|---:|\n");
        for (String group : List.of("P1Benchmark", "P1OnSmallMachineBenchmark")) {
            for (String name : NAMES) {
                double perSecond = score(results, group + "." + name);
                String limit = name.endsWith("Changing") ? ".crcByTableChanging" : ".crcByTable";
                String of = group.equals("P1Benchmark") ? name : name + ", C1 only";
                table.append(String.format(
                        Locale.ROOT,
                        "| %s | %,.0f | %.2f | %.0f |%n",
                        of,
                        perSecond,
                        perSecond / score(results, group + limit),
                        allocated(results, group + "." + name)));
            }
        }
        System.out.println(table);
    }

    private static double score(Collection<RunResult> results, String name) {
        return results.stream()
                .filter(r -> r.getParams().getBenchmark().endsWith("." + name))
                .mapToDouble(r -> r.getPrimaryResult().getScore())
                .findFirst()
                .orElse(Double.NaN);
    }

    private static double allocated(Collection<RunResult> results, String name) {
        return results.stream()
                .filter(r -> r.getParams().getBenchmark().endsWith("." + name))
                .map(r -> r.getSecondaryResults().get("gc.alloc.rate.norm"))
                .filter(java.util.Objects::nonNull)
                .mapToDouble(r -> r.getScore())
                .findFirst()
                .orElse(Double.NaN);
    }
}
