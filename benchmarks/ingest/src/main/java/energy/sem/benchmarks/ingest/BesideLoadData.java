package energy.sem.benchmarks.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import energy.sem.ingest.reading.ElectricityReading;
import energy.sem.ingest.reading.RawReadings;
import energy.sem.local.LocalServices;
import energy.sem.local.mariadb.DatabaseUser;

import static org.awaitility.Awaitility.await;

/**
 * Storing, and the way from records on Kafka to committed rows and quarter hours, beside {@code LOAD DATA LOCAL INFILE} of
 * the same rows, in turn on one server in one run; then what a row takes on disk. The arguments are ingest's
 * {@code quarkus-run.jar} and how many rounds, 3 unless said.
 */
public final class BesideLoadData {
    /** Rounds before those that count: what runs once a batch (Hibernate) is compiled after some two million events. */
    private static final int WARM_UP = 2;

    /**
     * So many that the server flushes nearly all the time, as under a load that lasts. It takes the first quarter of a
     * million into an empty redo log (48 MB, 170 bytes a row) faster than it can go on.
     */
    private static final int ROWS = 1_440_000;
    /** Of the rows that do not come from Kafka; each has 5.5 days at one reading a second, within the raw window. */
    private static final int DEVICES = 3;

    private static final int ROWS_A_DEVICE = ROWS / DEVICES;
    /** As many as ingest stores in a transaction. */
    private static final int BATCH = 3_000;

    /** The first device of the rows that are read back as text. */
    private static final int READ_BACK = 1_000;

    /** The first devices of what a round stores, and of what it has the server load. */
    private static final int STORED = 5_000;

    private static final int LOADED = 3_000;

    private static final int METERS = 48;
    /** The last records of a backlog wait for it, which is no work. */
    private static final Duration LINGER = Duration.ofMillis(100);

    private static final Duration ASK_EVERY = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final double PEER_OF_2011 = 13_900;

    /** What each row of the file has behind its device. */
    private final List<String> columns = new ArrayList<>();

    private final int rounds;
    private final Path folder;
    private final LocalServices services;
    private final IngestService ingest;
    private final Instant midnight = Instant.now().truncatedTo(ChronoUnit.DAYS);

    private BesideLoadData(int rounds, Path folder, LocalServices services, IngestService ingest) {
        this.rounds = rounds;
        this.folder = folder;
        this.services = services;
        this.ingest = ingest;
    }

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("sem-ingest-load-");
        try (LocalServices services = LocalServices.start(folder);
                LoadTopic topic = new LoadTopic(services.kafka().bootstrapServers());
                IngestService ingest = IngestService.start(Path.of(args[0]), services, folder, LINGER)) {
            new BesideLoadData(args.length > 1 ? Integer.parseInt(args[1]) : 3, folder, services, ingest).run(topic);
        }
    }

    private void run(LoadTopic topic) throws Exception {
        List<Cost> loads = new ArrayList<>();
        List<Cost> inserts = new ArrayList<>();
        List<Cost> chains = new ArrayList<>();
        List<ElectricityReading> readings = readings();
        List<String> lines = lines(readings);
        for (int round = -WARM_UP; round < rounds; round++) {
            int devicesBefore = (WARM_UP + round) * DEVICES;
            Path file = file(LOADED + devicesBefore, lines);
            int device = STORED + devicesBefore;
            // Each is first in turn: what one leaves in the server's memory is there for the other.
            boolean insertFirst = round % 2 == 0;
            Cost before = insertFirst ? costOfInsert(device, readings) : null;
            Cost load = cost(0, () -> load(file));
            Cost insert = insertFirst ? before : costOfInsert(device, readings);
            Cost chain = chain(
                    topic,
                    midnight.minus(Duration.ofDays(8)).plusSeconds((long) ROWS / METERS * (round + WARM_UP + 1)));
            Files.delete(file);
            System.out.printf(
                    "round %d: rows a second: LOAD DATA %.0f, storing %.0f, from Kafka %.0f%n",
                    round, load.rowsASecond(), insert.rowsASecond(), chain.rowsASecond());
            if (round >= 0) {
                loads.add(load);
                inserts.add(insert);
                chains.add(chain);
            }
        }
        report(Cost.sum(loads), Cost.sum(inserts), Cost.sum(chains));
        new Room(services, topic).measure();
    }

    private Cost costOfInsert(int deviceId, List<ElectricityReading> readings) throws Exception {
        return cost(0, () -> insert(deviceId, readings));
    }

    private static void report(Cost load, Cost insert, Cost chain) {
        say("LOAD DATA LOCAL INFILE", load);
        say("storing (INSERT IGNORE in bulk)", insert);
        say("Kafka to committed rows and quarter hours", chain);
        System.out.printf(
                "storing / LOAD DATA: rate %.2f (wanted: at least 0.8), server processor time a row %.2f (at most 1)%n",
                insert.rowsASecond() / load.rowsASecond(), insert.serverMicrosARow() / load.serverMicrosARow());
        System.out.printf(
                "Kafka to rows / LOAD DATA: rate %.2f (wanted: at least 0.5)%n",
                chain.rowsASecond() / load.rowsASecond());
        System.out.printf(
                "readings a second and core, through validation, storing and quarter hours: %.0f, %.2f times the %.0f"
                        + " of 2011%n",
                chain.rowsACoreSecond(), chain.rowsACoreSecond() / PEER_OF_2011, PEER_OF_2011);
    }

    /** A backlog that gathers while ingest's clock stands still. */
    private Cost chain(LoadTopic topic, Instant newest) throws Exception {
        List<String> meters =
                IntStream.range(0, METERS).mapToObj(number -> "load" + number).toList();
        ingest.freeze();
        topic.send(meters, ROWS / METERS, Duration.ofSeconds(1), newest);
        return cost(ingest.pid(), () -> {
            ingest.thaw();
            topic.awaitConsumed();
        });
    }

    private List<ElectricityReading> readings() {
        LoadEvents events = new LoadEvents("peer", Duration.ofSeconds(1));
        return IntStream.range(0, ROWS)
                .mapToObj(i -> {
                    Instant at = midnight.minus(Duration.ofDays(8)).plusSeconds(i % ROWS_A_DEVICE);
                    return new ElectricityReading(
                            at.toEpochMilli(), events.at(at).electricity(), 4711L, 815L);
                })
                .toList();
    }

    private void insert(int firstDeviceId, List<ElectricityReading> readings) throws SQLException {
        RawReadings raw = new RawReadings();
        try (Connection connection = connect("&useBulkStmtsForInserts=true"
                + "&sessionVariables=max_error_count=65535,sql_mode='STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION'")) {
            connection.setAutoCommit(false);
            for (int start = 0; start < readings.size(); start += BATCH) {
                List<ElectricityReading> some = readings.subList(start, Math.min(readings.size(), start + BATCH));
                raw.insertElectricity(connection, new TreeMap<>(Map.of(firstDeviceId + start / ROWS_A_DEVICE, some)));
                connection.commit();
            }
        }
    }

    /**
     * The same rows as text, without their devices: stored as ingest stores them, read back. Only the columns that have
     * values, as ingest names no others, and none that the server computes.
     */
    private List<String> lines(List<ElectricityReading> readings) throws SQLException {
        insert(READ_BACK, readings);
        String rows = " FROM reading WHERE device_id BETWEEN " + READ_BACK + " AND " + (READ_BACK + DEVICES - 1)
                + " ORDER BY device_id, at";
        List<String> lines = new ArrayList<>();
        try (Connection connection = connect("");
                Statement statement = connection.createStatement()) {
            try (ResultSet first = statement.executeQuery("SELECT *" + rows + " LIMIT 1")) {
                first.next();
                for (int i = 2; i <= first.getMetaData().getColumnCount(); i++) {
                    String name = first.getMetaData().getColumnName(i);
                    if (first.getString(i) != null && !name.endsWith("_total_wh")) {
                        columns.add(name);
                    }
                }
            }
            try (ResultSet row = statement.executeQuery("SELECT " + String.join(", ", columns) + rows)) {
                while (row.next()) {
                    StringBuilder line = new StringBuilder();
                    for (int i = 1; i <= columns.size(); i++) {
                        line.append('\t').append(row.getString(i) == null ? "\\N" : row.getString(i));
                    }
                    lines.add(line.toString());
                }
            }
        }
        return lines;
    }

    /** These lines under devices of their own, as the server loads them. */
    private Path file(int firstDeviceId, List<String> lines) throws IOException {
        List<String> rows = IntStream.range(0, ROWS)
                .mapToObj(i -> firstDeviceId + i / ROWS_A_DEVICE + lines.get(i))
                .toList();
        return Files.write(folder.resolve("rows" + firstDeviceId + ".tsv"), rows);
    }

    /** Beginning and ending with a server that has nothing left to flush: none does another's work. */
    private Cost cost(long ingestPid, Cost.Work work) throws Exception {
        settle();
        return Cost.of(ROWS, services.mariaDb().pid(), ingestPid, work, this::settle);
    }

    /** Comes back when the server has flushed all. */
    private void settle() throws Exception {
        try (Connection connection = connect("");
                Statement statement = connection.createStatement()) {
            statement.execute("SET GLOBAL innodb_max_dirty_pages_pct = 0");
            await("the server to flush its pages")
                    .atMost(PATIENCE)
                    .pollInterval(ASK_EVERY)
                    .until(() -> dirtyPages(statement) == 0);
            statement.execute("SET GLOBAL innodb_max_dirty_pages_pct = DEFAULT");
        }
    }

    private static long dirtyPages(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SHOW GLOBAL STATUS LIKE 'Innodb_buffer_pool_pages_dirty'")) {
            row.next();
            return row.getLong(2);
        }
    }

    private void load(Path file) throws SQLException {
        try (Connection connection = connect("&allowLocalInfile=true");
                Statement statement = connection.createStatement()) {
            statement.execute("LOAD DATA LOCAL INFILE '" + file + "' INTO TABLE reading (device_id, "
                    + String.join(", ", columns) + ")");
        }
    }

    private Connection connect(String options) throws SQLException {
        return DriverManager.getConnection(
                services.mariaDb().jdbcUrl() + "?connectTimeout=5000" + options,
                DatabaseUser.ROOT.userName(),
                services.mariaDb().password(DatabaseUser.ROOT));
    }

    private static void say(String what, Cost cost) {
        System.out.printf(
                "%s: %.0f rows a second; processor time a row: server %.1f us, ingest %.1f us%n",
                what, cost.rowsASecond(), cost.serverMicrosARow(), cost.ingestSeconds() * 1e6 / cost.rows());
    }
}
