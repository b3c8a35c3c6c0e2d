package energy.sem.cli.help;

import java.util.List;
import java.util.Map;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The help of one command, made from its declaration, readable from 40 columns on (picocli's own needs 55). In descriptions
 * and footers a line that begins with {@code ./sem} is an example, which can be typed as it is shown; in footers a tab parts a
 * term from its words.
 */
public final class HelpText {
    private static final int NARROWEST = 40;
    private static final int WIDEST = 100;
    private static final int USUAL = 80;

    private final CommandSpec command;
    private final Paragraphs text;

    private HelpText(CommandSpec command, int columns) {
        this.command = command;
        this.text = new Paragraphs(columns);
    }

    /** Makes every help of a command line this one. */
    public static void install(CommandLine commandLine, Map<String, String> environment) {
        int columns = columns(environment.getOrDefault("COLUMNS", ""));
        commandLine.setHelpSectionKeys(List.of("all"));
        commandLine.setHelpSectionMap(Map.of("all", help -> new HelpText(help.commandSpec(), columns).render()));
    }

    private static int columns(String value) {
        return value.matches("[0-9]{1,4}") ? Math.max(NARROWEST, Math.min(WIDEST, Integer.parseInt(value))) : USUAL;
    }

    private String render() {
        boolean hasCommands = !command.subcommands().isEmpty();
        StringBuilder usage = new StringBuilder(command.qualifiedName());
        command.positionalParameters().forEach(each -> usage.append(' ').append(label(each)));
        usage.append(hasCommands ? " COMMAND [OPTION]…" : " [OPTION]…");
        text.heading("Usage: " + usage);
        text.gap();
        for (String line : command.usageMessage().description()) {
            paragraph(line);
        }
        if (hasCommands) {
            text.gap();
            text.heading("Commands:");
            command.subcommands().forEach((name, each) -> text.term(name, firstSentence(each.getCommandSpec())));
        }
        if (!command.positionalParameters().isEmpty()) {
            text.gap();
            command.positionalParameters()
                    .forEach(each -> text.term(label(each), String.join(" ", each.description())));
        }
        text.gap();
        text.heading("Options:");
        command.options().forEach(each -> text.term(label(each), String.join(" ", each.description())));
        text.gap();
        for (String line : command.usageMessage().footer()) {
            paragraph(line);
        }
        return CommandName.in(text.toString());
    }

    private void paragraph(String line) {
        int tab = line.indexOf('\t');
        if (line.isEmpty()) {
            text.gap();
        } else if (line.strip().startsWith("./sem")) {
            text.example(line.strip());
        } else if (tab >= 0) {
            text.term(line.substring(0, tab), line.substring(tab + 1));
        } else {
            text.heading(line);
        }
    }

    private static String firstSentence(CommandSpec command) {
        String[] description = command.usageMessage().description();
        return description.length == 0 ? "" : description[0];
    }

    private static String label(PositionalParamSpec parameter) {
        return parameter.arity().min() == 0 ? "[" + parameter.paramLabel() + "]…" : parameter.paramLabel();
    }

    private static String label(OptionSpec option) {
        String names = String.join(", ", option.names());
        return option.arity().max() == 0 ? names : names + " " + option.paramLabel();
    }
}
