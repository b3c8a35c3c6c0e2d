package energy.sem.cli.backup.archive;

/**
 * What a table's rows add up to.
 *
 * @param table its name
 * @param rows how many
 * @param sum as {@link RowSum} makes it: the same for the same rows in any order
 */
public record TableTotal(String table, long rows, String sum) {}
