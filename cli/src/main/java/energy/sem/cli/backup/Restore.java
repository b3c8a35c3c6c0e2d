package energy.sem.cli.backup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.apache.kafka.common.KafkaException;

import energy.sem.cli.StartFailure;
import energy.sem.cli.backup.archive.ArchiveReader;
import energy.sem.cli.backup.archive.Manifest;
import energy.sem.cli.backup.archive.Passphrase;
import energy.sem.cli.backup.archive.TableDefinition;
import energy.sem.cli.backup.from.Installation;
import energy.sem.cli.backup.keep.BackupFolder;
import energy.sem.cli.backup.table.Tables;
import energy.sem.cli.forget.Forgetting;
import energy.sem.cli.forget.ForgottenNote;
import energy.sem.cli.schema.Schema;
import energy.sem.cli.screen.Screen;
import energy.sem.registry.RegistryCopy;

/**
 * Puts a backup in the place of a SEM's tables. They are loaded and compared beside those that are there, and only then
 * exchanged, at once: however it ends before that, the SEM is as it was. Kafka's group is sent back before the exchange and
 * again after it, so that a restore of a backup without positions that is killed in between loses nothing. Used once.
 */
final class Restore {
    /** The table by which a backup says itself where ingest reads on: not in those of versions before 16 of the tables. */
    private static final String POSITIONS = "stored_position";

    private final Path file;
    private final ArchiveReader.Checked backup;
    private final Optional<Passphrase> passphrase;
    private final Screen screen;
    private final Duration patience;

    /** @param patience how long ingest may take to end; one that was killed is forgotten by Kafka within a minute */
    Restore(
            Path file,
            ArchiveReader.Checked backup,
            Optional<Passphrase> passphrase,
            Screen screen,
            Duration patience) {
        this.file = file;
        this.backup = backup;
        this.passphrase = passphrase;
        this.screen = screen;
        this.patience = patience;
    }

    /**
     * Does it.
     *
     * @param keepIn where what is replaced is backed up first
     * @throws StartFailure when it could not, saying what was changed
     */
    void into(Installation installation, BackupFolder keepIn) {
        requireKnown(installation.schema());
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (Connection connection = installation.connectOrFail()) {
            boolean used = !new Tables(connection, "sem").isEmpty();
            requireStopped(installation);
            if (used) {
                screen.line("Backing up what is there first …");
                screen.line("It is in "
                        + new Backup(installation, passphrase, screen)
                                .into(keepIn, "restore")
                                .file());
            }
            Scratch.recreate(connection, Scratch.LOADED);
            new Loading(file, passphrase, screen)
                    .into(
                            connection,
                            Scratch.LOADED,
                            backup.rows(),
                            (name, content) -> files.put(name, content.readAllBytes()));
            byte[] registryFile = files.remove(RegistryPart.NAME);
            Optional<RegistryCopy> registry =
                    registryFile == null ? Optional.empty() : Optional.of(RegistryPart.parse(registryFile));
            Scratch.forgetRepeatables(connection, Scratch.LOADED);
            Set<String> forgotten = takeForgottenOut(connection);
            rewind(installation, "Nothing was replaced");
            List<String> loaded = names(new Tables(connection, Scratch.LOADED));
            Scratch.swap(connection, names(new Tables(connection, "sem")), loaded);
            Optional<ConsumerGroup.Rewound> rewound = rewind(
                    installation, "The tables are those of the backup: restore it again before ingest is started");
            installation.schema().migrate(step -> screen.line("Bringing the tables up to date: " + step));
            Scratch.drop(connection, Scratch.LOADED);
            Scratch.drop(connection, Scratch.REPLACED);
            screen.line(backup.rows() + " rows are back, as they were at "
                    + backup.manifest().at() + ".");
            sayKafka(rewound, loaded.contains(POSITIONS));
            putBack(installation, files);
            registry.ifPresent(copy -> RegistryPart.putBack(copy.without(forgotten), installation.kafka(), screen));
        } catch (SQLException e) {
            throw Failures.database("the backup was restored; do it again, it begins anew", e);
        } catch (IOException e) {
            throw Failures.reading(file, e);
        }
    }

    /** What somebody wanted forgotten after the backup was made does not come back with it. */
    private Set<String> takeForgottenOut(Connection connection) throws SQLException, IOException {
        Set<String> takenOut = new TreeSet<>();
        Map<String, Instant> forgotten = new TreeMap<>(new Forgetting(connection, "sem").known());
        ForgottenNote.read(file.toAbsolutePath().getParent())
                .forEach((meter, at) -> forgotten.merge(meter, at, (one, other) -> one.isAfter(other) ? one : other));
        Forgetting loaded = new Forgetting(connection, Scratch.LOADED);
        for (Map.Entry<String, Instant> each : forgotten.entrySet()) {
            if (each.getValue().isAfter(backup.manifest().when())) {
                loaded.note(each.getKey(), each.getValue());
                loaded.delete(each.getKey(), rows -> {});
                takenOut.add(each.getKey());
                screen.line("Meter " + each.getKey() + " was forgotten on " + each.getValue()
                        + ", after this backup was made: it does not come back.");
            }
        }
        return takenOut;
    }

    private void requireKnown(Schema schema) {
        Manifest manifest = backup.manifest();
        if (schema.isLater(manifest.schemaVersion())) {
            throw new StartFailure(file + " was made by a newer SEM (" + manifest.semVersion() + ", tables of version "
                    + manifest.schemaVersion() + "; this one knows " + schema.known()
                    + "): restore it with that version or a newer one. Nothing was changed.");
        }
    }

    private void requireStopped(Installation installation) {
        if (installation.kafka().isPresent()) {
            try (ConsumerGroup group = new ConsumerGroup(installation.kafka().get())) {
                group.requireStopped(
                        patience,
                        () -> screen.line("Waiting for ingest to end, for at most " + patience.toSeconds()
                                + " s: it would write while its tables are replaced. Where it runs, stop it now ("
                                + ConsumerGroup.HOW_TO_STOP
                                + "); one that was killed is forgotten within a minute."));
            } catch (IOException | KafkaException e) {
                throw new StartFailure(
                        e.getMessage() + ": whether ingest is stopped cannot be seen. Nothing was changed.", e);
            }
        }
    }

    private Optional<ConsumerGroup.Rewound> rewind(Installation installation, String state) {
        if (installation.kafka().isEmpty()) {
            return Optional.empty();
        }
        try (ConsumerGroup group = new ConsumerGroup(installation.kafka().get())) {
            return Optional.of(group.rewind(backup.manifest().kafka()));
        } catch (IOException e) {
            throw new StartFailure("ingest could not be sent back: " + e.getMessage() + ". " + state + ".", e);
        }
    }

    private void sayKafka(Optional<ConsumerGroup.Rewound> rewound, boolean saysWhereItEnds) {
        if (rewound.isEmpty() && saysWhereItEnds) {
            screen.line("Ingest reads on where the backup ends, as far as its Kafka has what came since.");
            return;
        }
        if (rewound.isEmpty()) {
            screen.line(
                    "Kafka was not named (--kafka HOST:PORT): what came since the backup is not read again, and a gap"
                            + " stays. Run it again with --kafka to fill it.");
            return;
        }
        ConsumerGroup.Rewound kafka = rewound.get();
        screen.line(
                kafka.again() == 0
                        ? "Kafka has no telegrams that came after it."
                        : "Ingest will read " + kafka.again() + " telegrams again from Kafka when it starts"
                                + (kafka.fromBeginning()
                                        ? ": all that this Kafka has."
                                        : ": those that came after it."));
        if (kafka.lost() > 0) {
            screen.line(
                    kafka.lost() + " telegrams between the backup and those are no longer in Kafka: a gap, which the"
                            + " meter's registers bridge.");
        }
    }

    private void putBack(Installation installation, Map<String, byte[]> files) {
        String suffix = ".restored-" + backup.manifest().at().replaceAll("[:.]", "-");
        for (Map.Entry<String, byte[]> each : files.entrySet()) {
            try {
                screen.line("Keys and settings: "
                        + installation
                                .files()
                                .putBack(each.getKey(), new ByteArrayInputStream(each.getValue()), suffix));
            } catch (IOException e) {
                screen.line("Keys and settings: " + each.getKey() + " could not be written to "
                        + installation.files().folder() + ": " + e.getMessage());
            }
        }
    }

    private static List<String> names(Tables tables) throws SQLException {
        List<String> names = new ArrayList<>();
        for (TableDefinition table : tables.definitions()) {
            names.add(table.name());
        }
        return names;
    }
}
