package energy.sem.ingest.past;

import java.nio.file.Path;

/**
 * A file that came.
 *
 * @param path where it lies for the time of the import
 * @param sha256 of its bytes, hex
 * @param bytes how many
 */
public record Upload(Path path, String sha256, long bytes) {}
