package energy.sem.gateway.reading;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

import energy.sem.gateway.clock.TimeChoice;
import energy.sem.gateway.health.Outcome;
import energy.sem.gateway.intake.Intake;
import energy.sem.gateway.intake.TestIntakes;
import energy.sem.gateway.meter.Meter;
import energy.sem.gateway.meter.Transformers;
import energy.sem.source.Credentials;
import energy.sem.source.Line;
import energy.sem.source.Source;
import energy.sem.source.Sources;
import energy.sem.source.Telegrams;

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

    @Test
    void who_leaves_a_meter_takes_first_what_its_sender_has_as_delivered() throws Exception {
        assertThat(takenOf(new Waiting(3, true), SourceReading::leave)).isEqualTo(3);
    }

    @Test
    void who_leaves_a_meter_of_a_cable_does_so_after_the_telegram() throws Exception {
        assertThat(takenOf(new Waiting(3, false), SourceReading::leave)).isEqualTo(1);
    }

    @Test
    void a_line_that_is_closed_loses_nothing_that_was_read_or_that_its_sender_has_as_delivered() throws Exception {
        assertThat(takenOf(new Waiting(3, true), reading -> assertThat(reading.stop())
                        .as("open, and not to be interrupted")
                        .isTrue()))
                .isEqualTo(3);
        assertThat(takenOf(new Waiting(3, false), SourceReading::stop)).isEqualTo(1);
    }

    @Test
    void a_reading_without_an_open_line_may_be_interrupted_and_opens_none() {
        SourceReading reading = new SourceReading(TestIntakes.of(meter()), () -> {
            throw new IllegalStateException("opened");
        });

        assertThat(reading.leave()).isFalse();
        assertThat(reading.stop()).isFalse();
        reading.run();
    }

    /** How many telegrams are taken when that is done as the first one is read. */
    private static long takenOf(Waiting line, Consumer<SourceReading> ends) {
        Intake intake = TestIntakes.of(meter());
        SourceReading reading = new SourceReading(intake, () -> line);
        line.reads = () -> ends.accept(reading);
        reading.run();
        return intake.count(Outcome.SAFE);
    }

    /** A line with some telegrams; whoever closes it can read on. */
    private static final class Waiting implements Line {
        private final boolean delivered;
        private int left;
        private Runnable reads = () -> {};

        /** @param delivered whether its sender has them as delivered */
        Waiting(int telegrams, boolean delivered) {
            this.left = telegrams;
            this.delivered = delivered;
        }

        @Override
        public int read(byte[] into) {
            reads.run();
            reads = () -> {};
            byte[] telegram =
                    Telegrams.bytes(Instant.parse("2026-11-22T10:00:00Z").plusSeconds(left), left);
            System.arraycopy(telegram, 0, into, 0, telegram.length);
            left--;
            return telegram.length;
        }

        @Override
        public boolean hasMore() {
            return delivered && left > 0;
        }

        @Override
        public void close() {
            // Nothing to be given back.
        }
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
