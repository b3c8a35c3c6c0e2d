package energy.sem.cli.registry;

import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;

import energy.sem.registry.EntryKind;

/** {@code ./sem group list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Shows the groups that there are, of the registry and of the gateway's environment.")
final class GroupListCommand extends ListCommand {
    GroupListCommand() {
        super(EntryKind.GROUP);
    }

    @Override
    String set(JsonNode group) {
        String key = group.hasNonNull("key") ? "key=" + group.get("key").asText() + " " : "";
        String members = "members=" + names(group.path("members"));
        String shares = StreamSupport.stream(group.path("shares").properties().spliterator(), false)
                .map(one -> one.getKey() + ":" + one.getValue().asText())
                .collect(Collectors.joining(","));
        return key + members + (shares.isEmpty() ? "" : " shares=" + shares);
    }
}
