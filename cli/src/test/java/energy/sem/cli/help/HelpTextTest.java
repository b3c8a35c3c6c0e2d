package energy.sem.cli.help;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

import energy.sem.cli.Sem;
import energy.sem.cli.meter.MeterSources;
import energy.sem.source.SourceKind;

import static org.assertj.core.api.Assertions.assertThat;

class HelpTextTest {
    @ParameterizedTest
    @ValueSource(ints = {40, 57, 80, 100})
    void every_help_fits_its_columns(int columns) {
        CommandLine sem = sem(Integer.toString(columns));

        assertThat(sem.getSubcommands()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(sem.getUsageMessage().lines()).allMatch(line -> line.length() <= columns);
        sem.getSubcommands().values().forEach(each -> assertThat(
                        each.getUsageMessage().lines())
                .as(each.getCommandName())
                .allMatch(line -> line.length() <= columns));
    }

    @ParameterizedTest
    @CsvSource({"'', 80", "x, 80", "12, 40", "100000, 80", "300, 100"})
    void a_width_that_cannot_be_is_another(String columns, int widest) {
        assertThat(sem(columns).getSubcommands().get("up").getUsageMessage().lines())
                .allMatch(line -> line.length() <= widest);
    }

    @Test
    void the_first_page_has_every_command_and_an_example() {
        CommandLine sem = sem("80");

        assertThat(sem.getUsageMessage().lines().map(String::strip))
                .containsAll(sem.getSubcommands().keySet())
                .contains("./sem up");
    }

    @Test
    void the_help_of_up_has_every_source_and_every_option() {
        CommandLine up = sem("100").getSubcommands().get("up");
        String help = up.getUsageMessage();

        assertThat(help.lines().map(String::strip))
                .containsAll(
                        MeterSources.forms().stream().map(SourceKind.Form::text).toList());
        up.getCommandSpec().options().forEach(option -> assertThat(help).contains("  " + option.names()[0]));
    }

    @Test
    void an_example_on_several_lines_can_be_typed_as_it_is_shown() {
        assertThat(sem("40").getUsageMessage())
                .contains("  ./sem up --meter \\\n      home=serial:/dev/serial/by-id/…\n");
    }

    private static CommandLine sem(String columns) {
        CommandLine sem = Sem.commandLine();
        HelpText.install(sem, Map.of("COLUMNS", columns));
        return sem;
    }
}
