package energy.sem.local.kafka;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;

import energy.sem.local.LocalServiceException;
import energy.sem.local.process.RunningClassPath;

/**
 * The part of this JVM's class path that the broker's process needs: Kafka's jars and this room's own classes, without
 * the application server or test tools that share it.
 */
final class BrokerClassPath {

    // The artifacts that org.apache.kafka:kafka_2.13 brings. One that a newer Kafka adds fails BrokerClassPathTest.
    static final Set<String> ARTIFACTS = Set.of(
            "HdrHistogram",
            "argparse4j",
            "caffeine",
            "commons-beanutils",
            "commons-collections",
            "commons-digester",
            "commons-logging",
            "commons-validator",
            "hash4j",
            "jackson-annotations",
            "jackson-core",
            "jackson-databind",
            "jackson-dataformat-csv",
            "jackson-dataformat-yaml",
            "jackson-datatype-jdk8",
            "jopt-simple",
            "jose4j",
            "kafka-clients",
            "kafka-coordinator-common",
            "kafka-group-coordinator",
            "kafka-group-coordinator-api",
            "kafka-metadata",
            "kafka-raft",
            "kafka-server",
            "kafka-server-common",
            "kafka-share-coordinator",
            "kafka-storage",
            "kafka-storage-api",
            "kafka-tools-api",
            "kafka-transaction-coordinator",
            "kafka_2.13",
            "log4j-api",
            "log4j-core",
            "lz4-java",
            "metrics-core",
            "pcollections",
            "re2j",
            "scala-library",
            "scala-logging_2.13",
            "scala-reflect",
            "slf4j-api",
            "snakeyaml",
            "snappy-java",
            "zstd-jni");

    private static final String OWN_CLASS = BrokerMain.class.getName().replace('.', '/') + ".class";

    private BrokerClassPath() {}

    /** The value for {@code java -cp}. */
    static String find() {
        Map<String, Path> jars = new LinkedHashMap<>();
        List<Path> own = new ArrayList<>();
        for (Path entry : RunningClassPath.entries()) {
            String artifact = artifactOf(entry);
            if (ARTIFACTS.contains(artifact)) {
                jars.putIfAbsent(artifact, entry);
            } else if (own.isEmpty() && containsOwnClass(entry)) {
                own.add(entry);
            }
        }
        Set<String> missing = new TreeSet<>(ARTIFACTS);
        missing.removeAll(jars.keySet());
        if (!missing.isEmpty() || own.isEmpty()) {
            throw new LocalServiceException("Kafka's jars are not all on the class path: " + missing + " missing");
        }
        own.addAll(jars.values());
        return own.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** {@code kafka-raft} of {@code …/kafka-raft-4.1.1.jar}, and of {@code …/org.apache.kafka.kafka-raft-4.1.1.jar}. */
    static String artifactOf(Path entry) {
        String file = String.valueOf(entry.getFileName());
        String artifact = file.replaceFirst("-\\d[^/]*\\.jar$", "");
        return ARTIFACTS.stream()
                .filter(known -> artifact.endsWith("." + known))
                .findAny()
                .orElse(artifact);
    }

    private static boolean containsOwnClass(Path entry) {
        if (Files.isDirectory(entry)) {
            return Files.exists(entry.resolve(OWN_CLASS));
        }
        try (ZipFile jar = new ZipFile(entry.toFile())) {
            return jar.getEntry(OWN_CLASS) != null;
        } catch (IOException e) {
            return false;
        }
    }
}
