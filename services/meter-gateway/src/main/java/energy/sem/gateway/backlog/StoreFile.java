package energy.sem.gateway.backlog;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jboss.logging.Logger;

/** Opens the store's file. */
final class StoreFile {
    private static final Logger LOG = Logger.getLogger(StoreFile.class);
    private static final int CACHE_MEGABYTES = 4;

    /**
     * Opens the file, made when absent, in a folder that only its owner reads. One that is damaged beyond reading is set
     * aside, so that new telegrams are kept.
     *
     * @throws BacklogException one line for people
     */
    static MVStore open(Path file) throws BacklogException {
        Path folder = file.toAbsolutePath().getParent();
        try {
            makeFolder(folder);
            if (!Files.isWritable(folder)) {
                throw new BacklogException("no permission to write to the backlog's folder " + folder
                        + ": set sem.backlog.folder or the folder's owner");
            }
            return openOrSetAside(file, folder);
        } catch (AccessDeniedException e) {
            throw new BacklogException("no permission to make the backlog's folder " + folder
                    + ": set sem.backlog.folder or the owner of " + e.getFile());
        } catch (IOException e) {
            throw new BacklogException("the backlog's folder " + folder + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static void makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    private static MVStore openOrSetAside(Path file, Path folder) throws BacklogException, IOException {
        try {
            return openFile(file);
        } catch (MVStoreException e) {
            if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                throw new BacklogInUseException("the backlog in " + folder
                        + " is in use by another gateway: give each its own sem.backlog.folder");
            }
            if (e.getErrorCode() != DataUtils.ERROR_FILE_CORRUPT) {
                throw new BacklogException("the backlog in " + folder + " cannot be opened: " + e.getMessage(), e);
            }
            Path aside = file.resolveSibling("damaged-" + System.currentTimeMillis() + ".mv");
            Files.move(file, aside);
            LOG.errorf("the backlog %s is damaged and was set aside as %s", file, aside);
            return openFile(file);
        }
    }

    private static MVStore openFile(Path file) {
        // No commits but ours: what is answered as safe is what we have synced.
        return new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .cacheSize(CACHE_MEGABYTES)
                .open();
    }

    private StoreFile() {}
}
