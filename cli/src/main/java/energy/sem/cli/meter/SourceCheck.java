package energy.sem.cli.meter;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import energy.sem.source.Source;

/**
 * What can be seen of the meters' sources before anything starts. A file that is not there is a fault. A host that is not
 * known is a warning: its device may be off, and the gateway goes on trying.
 *
 * @param faults why it cannot start
 * @param warnings what the user should know
 */
public record SourceCheck(List<String> faults, List<String> warnings) {
    /** A resolver without a network takes long to say so; the user need not wait for it. */
    private static final int RESOLVE_PATIENCE_S = 3;

    /** Looks at each meter's source. */
    public static SourceCheck of(List<MeterChoice> meters) throws InterruptedException {
        List<String> faults = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (MeterChoice meter : meters) {
            Optional<Source> source = MeterSources.parse(meter.source());
            source.flatMap(Source::needsFile)
                    .filter(file -> !isReadable(file))
                    .ifPresent(file -> faults.add(
                            "--meter " + meter + ": the recording " + file + " is not there or cannot be read."));
            Optional<String> host = source.flatMap(Source::readsFrom);
            if (host.isPresent() && !isKnown(host.get())) {
                warnings.add(meter.name() + ": the name " + host.get()
                        + " is not known in this network now; the gateway goes on trying.");
            }
        }
        return new SourceCheck(List.copyOf(faults), List.copyOf(warnings));
    }

    private static boolean isReadable(Path file) {
        return Files.isReadable(file) && !Files.isDirectory(file);
    }

    private static boolean isKnown(String host) throws InterruptedException {
        try {
            return CompletableFuture.supplyAsync(() -> resolves(host)).get(RESOLVE_PATIENCE_S, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static boolean resolves(String host) {
        try {
            return InetAddress.getByName(host) != null;
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
