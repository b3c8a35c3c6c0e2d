package energy.sem.cli.meter;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import energy.sem.source.SourceKind;

import static org.assertj.core.api.Assertions.assertThat;

/** docs/meters.md lists the sources that there are, and no other. */
class SourceDocsTest {
    @Test
    void the_table_of_sources_has_a_row_for_each_kind() throws Exception {
        List<String> rows = Files.readString(Path.of("../docs/meters.md"))
                .lines()
                .dropWhile(line -> !line.equals("| source | what it is for |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(row -> row.substring(3, row.indexOf('`', 3)))
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(
                        MeterSources.forms().stream().map(SourceKind.Form::text).toList());
    }
}
