package energy.sem.cli.meter;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SourceCheckTest {
    @TempDir
    private Path folder;

    @Test
    void a_recording_that_is_not_there_is_a_fault_and_a_folder_is_none() throws Exception {
        assertThat(check("x=replay:" + folder.resolve("none") + "?speed=10").faults())
                .containsExactly("--meter x=replay:" + folder.resolve("none") + "?speed=10: the recording "
                        + folder.resolve("none") + " is not there or cannot be read.");
        assertThat(check("x=replay:" + folder).faults()).hasSize(1);
    }

    @Test
    void a_recording_that_is_there_is_well() throws Exception {
        Path recording = Files.writeString(folder.resolve("recording"), "/x");

        assertThat(check("x=replay:" + recording)).isEqualTo(new SourceCheck(List.of(), List.of()));
    }

    @Test
    void a_host_that_is_not_known_is_a_warning_and_no_fault() throws Exception {
        // RFC 6761: this name is never there.
        SourceCheck check = check("roof=tcp://adapter.invalid:2001", "home=homewizard://p1meter.invalid");

        assertThat(check.faults()).isEmpty();
        assertThat(check.warnings())
                .containsExactly(
                        "roof: the name adapter.invalid is not known in this network now; the gateway goes on trying.",
                        "home: the name p1meter.invalid is not known in this network now; the gateway goes on trying.");
    }

    @Test
    void addresses_and_sources_without_a_host_are_well() throws Exception {
        assertThat(check("a=tcp://127.0.0.1:2001", "b=tcp://[::1]:2001", "c=push", "d=serial:/dev/not-plugged-in"))
                .isEqualTo(new SourceCheck(List.of(), List.of()));
    }

    private static SourceCheck check(String... options) throws InterruptedException {
        return SourceCheck.of(MeterChoice.parse(List.of(options)));
    }
}
