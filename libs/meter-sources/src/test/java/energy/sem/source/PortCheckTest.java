package energy.sem.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PortCheckTest {
    @TempDir
    Path folder;

    @Test
    void each_port_is_said_in_words_with_what_was_heard_on_it() throws Exception {
        byte[] noise = new byte[300];
        new Random(1).nextBytes(noise);
        ScheduledExecutorService speaking = Executors.newSingleThreadScheduledExecutor();
        try (PseudoTerminals meter = PseudoTerminals.start(Files.createDirectory(folder.resolve("meter")));
                PseudoTerminals smarty = PseudoTerminals.start(Files.createDirectory(folder.resolve("smarty")));
                PseudoTerminals noisy = PseudoTerminals.start(Files.createDirectory(folder.resolve("noisy")))) {
            byte[] telegram = Telegrams.bytes(Instant.parse("2026-11-22T10:00:00Z"), 1);
            byte[] encrypted = Encrypted.frame(Encrypted.key(), telegram);
            var unused = speaking.scheduleAtFixedRate(
                    () -> {
                        meter.speak(telegram);
                        smarty.speak(encrypted);
                        noisy.speak(noise);
                    },
                    100,
                    100,
                    TimeUnit.MILLISECONDS);
            String absent = folder.resolve("absent").toString();

            Map<String, PortCheck.Result> heard = PortCheck.listenOnAll(
                    List.of(meter.device(), smarty.device(), noisy.device(), absent),
                    Optional.empty(),
                    Duration.ofSeconds(4));

            assertThat(heard.get(meter.device()).heard()).isEqualTo(PortCheck.Heard.TELEGRAM);
            assertThat(heard.get(smarty.device()))
                    .isEqualTo(new PortCheck.Result(
                            PortCheck.Heard.TELEGRAM, "encrypted telegrams come from " + smarty.device()));
            assertThat(heard.get(noisy.device()).heard()).isEqualTo(PortCheck.Heard.NONE);
            assertThat(heard.get(noisy.device()).words()).contains("only noise comes from " + noisy.device());
            assertThat(heard.get(absent).words()).contains("there is no device " + absent);
        } finally {
            speaking.shutdownNow();
        }
    }
}
