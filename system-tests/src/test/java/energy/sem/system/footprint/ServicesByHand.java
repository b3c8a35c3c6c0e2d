package energy.sem.system.footprint;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import energy.sem.cli.process.Service;
import energy.sem.local.LocalServices;
import energy.sem.local.mariadb.DatabaseUser;
import energy.sem.local.process.ChildProcess;
import energy.sem.local.process.FreePort;
import energy.sem.system.Http;
import energy.sem.system.ProcessCost;

/** The services as processes beside a Kafka and a MariaDB, each started by whatever command line. Used by one thread. */
final class ServicesByHand implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder;
    private final LocalServices local;
    private final String source;
    private final String broker;
    private final Map<String, String> pace;
    private final Map<Service, Integer> ports = new EnumMap<>(Service.class);
    private final Map<Service, ChildProcess> running = new EnumMap<>(Service.class);

    /**
     * None of them started.
     *
     * @param folder for what they keep and log
     * @param source of the meter home
     * @param broker of MQTT, for home-bridge
     * @param pace how often is published and stored
     */
    ServicesByHand(Path folder, LocalServices local, String source, String broker, Map<String, String> pace)
            throws IOException {
        this.folder = Files.createDirectories(folder);
        this.local = local;
        this.source = source;
        this.broker = broker;
        this.pace = Map.copyOf(pace);
        for (Service service : Service.values()) {
            ports.put(service, FreePort.find());
        }
    }

    /** Starts one, anew when it runs, and waits for its first answer. */
    Start start(Service service, List<String> command) throws IOException, InterruptedException {
        stop(service);
        long begin = System.nanoTime();
        ChildProcess process = ChildProcess.start(
                service.title(), command, environment(service), folder.resolve(service.title() + ".log"));
        running.put(service, process);
        process.awaitReady(() -> answers(service, "/q/health/ready"), PATIENCE);
        double readySeconds = secondsSince(begin);
        process.awaitReady(() -> answers(service, firstQuestion(service)), PATIENCE);
        return new Start(
                readySeconds, secondsSince(begin), ProcessCost.of(process.pid()).cpuSeconds());
    }

    void stop(Service service) {
        ChildProcess process = running.remove(service);
        if (process != null) {
            process.close();
        }
    }

    /** By the name of each part that runs, Kafka and MariaDB included. */
    Map<String, Long> pids() {
        Map<String, Long> pids = new LinkedHashMap<>();
        pids.put("Kafka", local.kafka().pid());
        pids.put("MariaDB", local.mariaDb().pid());
        running.forEach((service, process) -> pids.put(service.title(), process.pid()));
        return pids;
    }

    URI at(Service service, String path) {
        return URI.create("http://127.0.0.1:" + ports.get(service) + path);
    }

    @Override
    public void close() {
        List.copyOf(running.keySet()).forEach(this::stop);
    }

    /** What a user, or the next service, asks first. */
    private static String firstQuestion(Service service) {
        return switch (service) {
            case GATEWAY, HISTORY -> "/api/v1/meters";
            case DISPLAY -> "/display/status";
            case BRIDGE -> "/api/v1/bridge";
            case INGEST -> "/api/v1/version";
        };
    }

    private boolean answers(Service service, String path) {
        try {
            return Http.get(at(service, path)).statusCode() == 200;
        } catch (IOException e) {
            // It does not listen yet.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + service.title() + " started", e);
        }
    }

    private Map<String, String> environment(Service service) {
        Map<String, String> settings = new LinkedHashMap<>(pace);
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(ports.get(service)));
        settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        settings.put("KAFKA_BOOTSTRAP_SERVERS", local.kafka().bootstrapServers());
        settings.put("SEM_HISTORY_URL", at(Service.HISTORY, "").toString());
        switch (service) {
            case GATEWAY -> {
                settings.put("SEM_METERS_HOME_SOURCE", source);
                settings.put("SEM_BACKLOG_FOLDER", folder.resolve("backlog").toString());
            }
            case INGEST -> {
                database(settings, DatabaseUser.INGEST);
                settings.put("QUARKUS_FLYWAY_USERNAME", DatabaseUser.MIGRATE.userName());
                settings.put("QUARKUS_FLYWAY_PASSWORD", local.mariaDb().password(DatabaseUser.MIGRATE));
            }
            case HISTORY -> {
                database(settings, DatabaseUser.HISTORY);
                settings.put("SEM_INGEST_URL", at(Service.INGEST, "").toString());
            }
            case DISPLAY -> {
                // It knows history, and nothing else.
            }
            case BRIDGE -> {
                settings.put("SEM_MQTT_URL", broker);
                settings.put("SEM_BRIDGE_FOLDER", folder.resolve("bridge").toString());
            }
        }
        return settings;
    }

    private void database(Map<String, String> settings, DatabaseUser user) {
        settings.put("QUARKUS_DATASOURCE_JDBC_URL", local.mariaDb().jdbcUrl());
        settings.put("QUARKUS_DATASOURCE_USERNAME", user.userName());
        settings.put("QUARKUS_DATASOURCE_PASSWORD", local.mariaDb().password(user));
    }

    private static double secondsSince(long beginNanos) {
        return (System.nanoTime() - beginNanos) / 1e9;
    }
}
