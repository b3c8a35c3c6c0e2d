package energy.sem.cli.backup.archive;

import java.time.Instant;
import java.util.List;

/**
 * What a backup is of: the first thing in its file.
 *
 * @param semVersion the version that made it
 * @param schemaVersion of its tables, such as 8
 * @param at when what is in it was so, ISO-8601 in UTC
 * @param zone of the days in electricity_day; empty when there are none yet
 * @param simulated whether the readings are those of a simulated household
 * @param tables in the order of their rows
 * @param kafka how far ingest had read; null when Kafka did not say
 */
public record Manifest(
        String semVersion,
        String schemaVersion,
        String at,
        String zone,
        boolean simulated,
        List<TableDefinition> tables,
        KafkaPosition kafka) {

    public Manifest {
        tables = List.copyOf(tables);
        Instant.parse(at);
    }

    /** {@link #at()}, parsed. */
    public Instant when() {
        return Instant.parse(at);
    }

    /** The table of that name. */
    public TableDefinition table(String name) {
        return tables.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no table is called " + name));
    }
}
