package energy.sem.local.kafka;

import java.io.File;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.local.process.RunningClassPath;

import static org.assertj.core.api.Assertions.assertThat;

class BrokerClassPathTest {

    @ParameterizedTest
    @CsvSource({
        "kafka_2.13-4.1.1.jar, kafka_2.13",
        "kafka-server-4.1.1.jar, kafka-server",
        "kafka-server-common-4.1.1.jar, kafka-server-common",
        "zstd-jni-1.5.6-10.jar, zstd-jni",
        "org.apache.kafka.kafka-raft-4.1.1.jar, kafka-raft",
        "quarkus-core-3.30.6.jar, quarkus-core",
        "classes, classes"
    })
    void the_artifact_is_what_stands_before_the_version(String file, String artifact) {
        assertThat(BrokerClassPath.artifactOf(Path.of("/repository", file))).isEqualTo(artifact);
    }

    @Test
    void every_jar_of_kafka_on_the_class_path_is_known() {
        List<String> ofKafka = RunningClassPath.entries().stream()
                .filter(entry -> entry.toString().contains("kafka"))
                .filter(entry -> entry.toString().endsWith(".jar"))
                .map(BrokerClassPath::artifactOf)
                .toList();
        assertThat(ofKafka).isNotEmpty().isSubsetOf(BrokerClassPath.ARTIFACTS);
    }

    @Test
    void nothing_of_the_test_tools_is_on_the_brokers_class_path() {
        assertThat(BrokerClassPath.find().split(File.pathSeparator))
                .extracting(entry -> String.valueOf(Path.of(entry).getFileName()))
                .anyMatch(file -> file.contains("kafka_2.13"))
                .noneMatch(file -> file.matches(".*(quarkus|junit|assertj).*"));
    }
}
