package energy.sem.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReplaySourceTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

    @TempDir
    Path folder;

    @Test
    void the_recording_is_given_byte_for_byte_in_its_own_time_divided_by_the_speed() throws Exception {
        ByteArrayOutputStream recording = new ByteArrayOutputStream();
        recording.writeBytes("\0garbage".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        for (int i = 0; i < 4; i++) {
            recording.writeBytes(Telegrams.bytes(AT.plusSeconds(i * 100L), i));
        }
        recording.writeBytes("/cut".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        Path file = Files.write(folder.resolve("p1.txt"), recording.toByteArray());

        long begin = System.nanoTime();
        byte[] read = readAll(new ReplaySource(file, 100));
        Duration took = Duration.ofNanos(System.nanoTime() - begin);

        assertThat(read).isEqualTo(recording.toByteArray());
        // Three pauses of 100 s at speed 100; at speed 1 it would be five minutes.
        assertThat(took).isBetween(Duration.ofSeconds(3), Duration.ofMinutes(2));
    }

    @Test
    void a_file_that_is_not_there_is_said_in_words() {
        assertThatThrownBy(() -> new ReplaySource(folder.resolve("absent"), 1).open())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("absent")
                .hasMessageContaining("cannot be read");
    }

    private static byte[] readAll(Source source) throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[700];
        try (Line line = source.open()) {
            for (int count = line.read(buffer); count >= 0; count = line.read(buffer)) {
                all.write(buffer, 0, count);
            }
        }
        return all.toByteArray();
    }
}
