package energy.sem.display.firmware;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.FileSystemAccess;
import io.vertx.ext.web.handler.StaticHandler;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import energy.sem.base.door.HttpErrors;

/**
 * Offers the files of a folder below {@code /display/firmware}: the manifest from which a display takes a newer firmware and
 * a browser flashes a new one. Nothing when no folder is set. Without a key, since a firmware is no secret; that it is the
 * right one, its signature says.
 */
@Singleton
class FirmwareFolder {
    private static final String BELOW = "/display/firmware";
    /** Before the pictures, to which the address would be that of a meter. */
    private static final int ORDER = HttpErrors.MALFORMED_ADDRESS_ORDER - 2;

    private final Optional<Path> folder;

    FirmwareFolder(@ConfigProperty(name = "sem.display.firmware") Optional<Path> folder) {
        this.folder = folder.map(Path::toAbsolutePath);
        this.folder.filter(path -> !Files.isDirectory(path)).ifPresent(path -> {
            throw new IllegalArgumentException("sem.display.firmware: " + path + " is no folder");
        });
    }

    void routes(@Observes Router router) {
        folder.ifPresent(path -> {
            // This route is asked for the address with a slash at its end, too.
            router.get(BELOW).order(ORDER).handler(context -> {
                if (context.request().path().endsWith("/")) {
                    context.next();
                } else {
                    context.redirect(BELOW + "/");
                }
            });
            router.get(BELOW + "/*")
                    .order(ORDER)
                    .handler(StaticHandler.create(FileSystemAccess.ROOT, path.toString())
                            .setCachingEnabled(false)
                            .setFilesReadOnly(false)
                            .setIncludeHidden(false));
        });
    }
}
