package energy.sem.local.mariadb;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import energy.sem.local.LocalServiceException;
import energy.sem.local.process.Folders;
import energy.sem.local.process.LogFile;

/**
 * The data folder of a MariaDB server and the command that runs it there: small (64 MB of cache), Unicode, UTC, TCP on
 * 127.0.0.1 only and no socket file (whose path may have 107 characters at most).
 */
final class MariaDbFiles {

    private final Path folder;
    private final MariaDbProgram program;
    private final Map<String, String> environment;
    private final boolean synced;

    /**
     * @param environment added to this process' own
     * @param synced whether what is committed is on the disk, and not only with the operating system
     */
    MariaDbFiles(Path folder, MariaDbProgram program, Map<String, String> environment, boolean synced) {
        this.folder = folder;
        this.program = program;
        this.environment = environment;
        this.synced = synced;
    }

    Path log() {
        return folder.resolve("mariadb.log");
    }

    /** Makes the server's system tables on first use; a folder half made by a start that was killed is made again. */
    void prepare() {
        Path data = data();
        if (Files.exists(data)) {
            return;
        }
        Path unfinished = folder.resolve("data.part");
        try {
            Folders.delete(unfinished);
            Files.createDirectories(unfinished);
            Files.createDirectories(folder.resolve("tmp"));
            bootstrap(unfinished);
            Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new LocalServiceException("MariaDB's data folder " + data + " cannot be made: " + e.getMessage(), e);
        }
    }

    /** Writes what the server runs at its start: the administrator, then schemas, users and rights. */
    Path usersScript(Passwords passwords) {
        Path script = folder.resolve("users.sql");
        String root = "CREATE OR REPLACE USER 'root'@'%' IDENTIFIED BY '" + passwords.of(DatabaseUser.ROOT) + "';\n"
                + "GRANT ALL PRIVILEGES ON *.* TO 'root'@'%' WITH GRANT OPTION;\n";
        try {
            Files.deleteIfExists(script);
            Files.createFile(
                    script, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(script, root + UserScript.with(passwords::of));
            return script;
        } catch (IOException e) {
            throw new LocalServiceException("cannot write " + script + ": " + e.getMessage(), e);
        }
    }

    /**
     * A node of a cluster. Users are made by the one that begins it, once; the others get them with its state. The options are in a
     * file, because those on its command line a server hands to mariadb-backup, which does not know all of them.
     */
    List<String> nodeCommand(int port, Path initScript, GaleraNode node, String rootPassword) {
        boolean begins = node.begins(data());
        List<String> options = new ArrayList<>(serverCommand(port, initScript));
        options.removeAll(List.of(program.mariadbd().toString(), "--no-defaults", "--init-file=" + initScript));
        options.addAll(node.options(rootPassword));
        Path file = folder.resolve("node.cnf");
        try {
            Files.writeString(
                    file,
                    options.stream()
                            .map(option -> option.substring(2) + "\n")
                            .collect(Collectors.joining("", "[mariadbd]\n", "")));
        } catch (IOException e) {
            throw new LocalServiceException("cannot write " + file + ": " + e.getMessage(), e);
        }
        List<String> command = new ArrayList<>(List.of(program.mariadbd().toString(), "--defaults-file=" + file));
        if (begins) {
            command.add("--wsrep-new-cluster");
            command.add("--init-file=" + initScript);
        }
        position(command.subList(0, 2)).ifPresent(position -> command.add("--wsrep-start-position=" + position));
        return command;
    }

    /** Where a node that was killed stood: it gets what came since then, and not the whole state. */
    private Optional<String> position(List<String> server) {
        try {
            Path state = data().resolve("grastate.dat");
            if (!Files.exists(state) || !Files.readString(state).contains("seqno:   -1")) {
                return Optional.empty();
            }
            List<String> command = new ArrayList<>(server);
            command.add("--wsrep-recover");
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return GaleraNode.recovered(printed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (IOException e) {
            throw new LocalServiceException("where a node stood cannot be read: " + e.getMessage(), e);
        }
    }

    List<String> serverCommand(int port, Path initScript) {
        List<String> command = command(data());
        command.add("--port=" + port);
        command.add("--bind-address=127.0.0.1");
        command.add("--socket=");
        command.add("--init-file=" + initScript);
        command.add("--tmpdir=" + folder.resolve("tmp"));
        command.add("--max-connections=100");
        command.add("--character-set-server=utf8mb4");
        command.add("--default-time-zone=+00:00");
        command.add("--skip-name-resolve");
        // Since 11.4 the server makes itself a certificate at each start, which takes 12 s; this is loopback only.
        command.add("--skip-ssl");
        return command;
    }

    private List<String> command(Path data) {
        List<String> command = new ArrayList<>();
        command.add(program.mariadbd().toString());
        command.add("--no-defaults");
        if ("root".equals(System.getProperty("user.name"))) {
            // Without it the server refuses to run as root.
            command.add("--user=root");
        }
        command.add("--lc-messages-dir=" + program.share());
        command.add("--character-sets-dir=" + program.share().resolve("charsets"));
        command.add("--datadir=" + data);
        command.add("--skip-log-bin");
        command.add("--performance-schema=OFF");
        command.add("--innodb-buffer-pool-size=64M");
        command.add("--innodb-log-file-size=48M");
        command.add("--innodb-undo-tablespaces=0");
        command.add("--innodb-temp-data-file-path=ibtmp1:4M:autoextend");
        command.add("--innodb-buffer-pool-dump-at-shutdown=OFF");
        command.add("--innodb-buffer-pool-load-at-startup=OFF");
        command.add("--aria-pagecache-buffer-size=8M");
        command.add("--key-buffer-size=1M");
        if (!synced) {
            // InnoDB's files, then all others: Aria's, those of tables' definitions.
            command.add("--innodb-flush-method=nosync");
            command.add("--debug-no-sync");
        }
        return command;
    }

    private Path data() {
        return folder.resolve("data");
    }

    private void bootstrap(Path data) throws IOException {
        List<String> command = command(data);
        command.add("--bootstrap");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        try (OutputStream sql = process.getOutputStream()) {
            sql.write("CREATE DATABASE mysql;\nUSE mysql;\n".getBytes(StandardCharsets.UTF_8));
            Files.copy(program.script("system_tables.sql"), sql);
            Files.copy(program.script("performance_tables.sql"), sql);
            Files.copy(program.script("system_tables_data.sql"), sql);
            // The administrators without a password that the script above makes.
            sql.write("DELETE FROM global_priv WHERE User = 'root';\nDELETE FROM proxies_priv;\n"
                    .getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            process.destroyForcibly();
            throw new IOException("mariadbd ended early: " + LogFile.reason(log()), e);
        }
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException("mariadbd --bootstrap failed: " + LogFile.reason(log()));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
