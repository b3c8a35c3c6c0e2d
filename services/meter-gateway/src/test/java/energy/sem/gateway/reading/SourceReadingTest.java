package energy.sem.gateway.reading;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import energy.sem.gateway.clock.TimeChoice;
import energy.sem.gateway.intake.TestIntakes;
import energy.sem.gateway.meter.Meter;
import energy.sem.gateway.meter.Transformers;
import energy.sem.source.Credentials;
import energy.sem.source.Line;
import energy.sem.source.Source;
import energy.sem.source.Sources;

import static org.assertj.core.api.Assertions.assertThat;

class SourceReadingTest {

    @Test
    void a_line_that_was_silent_for_too_long_is_opened_again_without_a_growing_pause() throws Exception {
        Pauses pauses = new Pauses(() -> 0);
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            SourceReading reading = new SourceReading(
                    TestIntakes.of(meter()), silentForASecond("tcp://127.0.0.1:" + server.getLocalPort()), pauses);
            Thread thread = new Thread(reading);
            thread.start();
            for (int opened = 0; opened < 3; opened++) {
                try (Socket client = server.accept()) {
                    assertThat(client.getInputStream().read())
                            .as("closed by the reader")
                            .isEqualTo(-1);
                }
            }
            reading.stop();
            thread.interrupt();
            thread.join();
        }

        // Of the three silences two were followed by a pause, and the third perhaps.
        assertThat(pauses.next()).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    private static Source silentForASecond(String url) {
        Source tcp = Sources.found().parse(url, Credentials.NONE).orElseThrow();
        return new Source() {
            @Override
            public Line open() throws IOException, InterruptedException {
                return tcp.open();
            }

            @Override
            public int silenceSeconds() {
                return 1;
            }
        };
    }

    private static Meter meter() {
        return new Meter(
                "silent",
                "tcp",
                Optional.empty(),
                List.of(),
                null,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                TimeChoice.AUTO,
                Transformers.NONE);
    }
}
