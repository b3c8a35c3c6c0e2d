package energy.sem.ingest.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.MemorySize;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import energy.sem.base.Problem;
import energy.sem.base.door.FileBodies;
import energy.sem.ingest.past.Upload;

/** Files that come, each on the disk for as long as it is looked at. Thread-safe. */
@ApplicationScoped
class Uploads implements FileBodies {
    private static final Logger LOG = Logger.getLogger(Uploads.class);
    private static final Pattern PATH = Pattern.compile("/api/v1/meters/[a-z0-9]{1,32}/imports");

    private final UploadFolders folders = new UploadFolders(Path.of(System.getProperty("java.io.tmpdir")));
    private final long mostBytes;

    Uploads(@ConfigProperty(name = "sem.import.max-size", defaultValue = "2G") MemorySize mostBytes) {
        this.mostBytes = mostBytes.asLongValue();
    }

    @Override
    public boolean areAt(String path) {
        return PATH.matcher(path).matches();
    }

    /**
     * Writes a body to a file in a folder of its own, which only this user can read.
     *
     * @throws Problem 413 when it is larger than {@code sem.import.max-size}
     */
    Upload keep(InputStream body) throws IOException {
        Path folder = folders.make();
        Path file = folder.resolve("file");
        try {
            MessageDigest digest = sha256();
            long bytes;
            try (InputStream counted = new DigestInputStream(body, digest);
                    OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
                bytes = copy(counted, out);
            }
            return new Upload(file, HexFormat.of().formatHex(digest.digest()), bytes);
        } catch (IOException | RuntimeException e) {
            folders.remove(folder);
            throw e;
        }
    }

    /** Removes it, and what was unpacked from it. */
    void forget(Upload upload) {
        Path folder = upload.path().getParent();
        try {
            folders.remove(folder);
        } catch (IOException e) {
            LOG.warnf("a file that was imported stays until the next start: %s", folder);
        }
    }

    /** What a process was importing when it was killed stays: households' readings, and room. */
    void removeLeft(@Observes StartupEvent start) {
        try {
            int removed = folders.removeLeft();
            if (removed > 0) {
                LOG.infof(
                        "%d files were removed that were being imported when ingest was killed: import them again",
                        removed);
            }
        } catch (IOException e) {
            LOG.warnf("what was being imported when ingest was killed may stay: %s", e.getMessage());
        }
    }

    private long copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long bytes = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            bytes += read;
            if (bytes > mostBytes) {
                throw Problem.tooLarge(
                        "The file is larger than sem.import.max-size allows: raise it, or send a part of the file.");
            }
            out.write(buffer, 0, read);
        }
        return bytes;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
