package energy.sem.cli.forget;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ForgottenNoteTest {
    private static final Instant AT = Instant.parse("2026-11-30T20:00:00.123Z");

    @TempDir
    private Path folder;

    @Test
    void what_is_added_is_read_and_the_later_time_counts() throws IOException {
        assertThat(ForgottenNote.read(folder)).isEmpty();

        ForgottenNote.add(folder, "roof", AT.minusSeconds(60));
        ForgottenNote.add(folder, "shop", AT);
        ForgottenNote.add(folder, "roof", AT);

        assertThat(ForgottenNote.read(folder)).isEqualTo(Map.of("roof", AT, "shop", AT));
        assertThat(folder.resolve("forgotten-meters"))
                .hasContent("roof 2026-11-30T20:00:00.123Z\nshop 2026-11-30T20:00:00.123Z\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "roof",
                "ROOF 2026-11-30T20:00:00Z",
                "roof yesterday",
                "roof 2026-11-30T20:00:00Z x",
                "\0",
                "; DROP"
            })
    void a_line_that_is_none_is_told_and_nothing_is_added_to_such_a_file(String line) throws IOException {
        Files.writeString(folder.resolve("forgotten-meters"), "shop 2026-11-30T20:00:00Z\n" + line + "\n");

        assertThatThrownBy(() -> ForgottenNote.read(folder)).hasMessageContaining("is not a meter's name and a time");
        assertThatThrownBy(() -> ForgottenNote.add(folder, "roof", AT)).isInstanceOf(IOException.class);
    }
}
