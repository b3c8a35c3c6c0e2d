package energy.sem.cli.up;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import energy.sem.cli.folder.AdminKey;
import energy.sem.cli.folder.DataFolder;
import energy.sem.cli.folder.ReadKey;
import energy.sem.cli.pair.KeptToken;
import energy.sem.cli.process.Service;
import energy.sem.local.LocalServices;
import energy.sem.local.mariadb.DatabaseUser;
import energy.sem.source.find.LanAddresses;

/** The environment of each service, as docs/settings.md describes it. */
final class Settings {
    private final Path data;
    private final LocalServices local;
    private final Plan plan;

    /** @param data the data folder */
    Settings(Path data, LocalServices local, Plan plan) {
        this.data = data;
        this.local = local;
        this.plan = plan;
    }

    /**
     * The environment of a service.
     *
     * @param sources by meter, as the gateway understands them
     * @param keys by meter
     */
    Map<String, String> of(Service service, Map<String, String> sources, Map<String, String> keys) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(plan.ports().of(service)));
        environment.put("QUARKUS_HTTP_HOST", plan.lan() ? "0.0.0.0" : LanAddresses.LOOPBACK);
        if (service == Service.DISPLAY || service == Service.BRIDGE) {
            ReadKey.in(System.getenv()).ifPresent(key -> environment.put("SEM_HISTORY_KEY", key));
        }
        if (service == Service.DISPLAY) {
            environment.put(
                    "SEM_HISTORY_URL", "http://127.0.0.1:" + plan.ports().of(Service.HISTORY));
            return environment;
        }
        if (service == Service.BRIDGE) {
            environment.put(
                    "SEM_HISTORY_URL", "http://127.0.0.1:" + plan.ports().of(Service.HISTORY));
            environment.put("SEM_BRIDGE_FOLDER", data.resolve("bridge").toString());
            environment.put(
                    "SEM_GATEWAY_URL", "http://127.0.0.1:" + plan.ports().of(Service.GATEWAY));
            environment.put("SEM_LOCAL_API_HOST", plan.lan() ? "0.0.0.0" : LanAddresses.LOOPBACK);
            environment.put("SEM_LOCAL_API_PORT", Integer.toString(plan.ports().localApi()));
        }
        environment.put("KAFKA_BOOTSTRAP_SERVERS", local.kafka().bootstrapServers());
        switch (service) {
            case GATEWAY -> {
                environment.put("SEM_ADMIN_KEY", AdminKey.of(data));
                environment.put("SEM_BACKLOG_FOLDER", data.resolve("backlog").toString());
                sources.forEach((meter, source) -> environment.put(variable(meter, "SOURCE"), source));
                keys.forEach((meter, key) -> environment.put(variable(meter, "API_KEY"), key));
                sources.forEach((meter, source) -> KeptToken.of(data, source)
                        .filter(file -> System.getenv(variable(meter, "TOKEN")) == null)
                        .ifPresent(file -> environment.put(variable(meter, "TOKEN"), "@" + file)));
                plan.relayPorts()
                        .forEach((meter, port) ->
                                environment.put(variable(meter, "RELAY_PORT"), Integer.toString(port)));
                environment.put("SEM_RELAY_HOST", plan.lan() ? "0.0.0.0" : LanAddresses.LOOPBACK);
            }
            case INGEST -> {
                database(environment, DatabaseUser.INGEST);
                environment.put("SEM_ADMIN_KEY", AdminKey.of(data));
                keys.forEach((meter, key) -> environment.put(variable(meter, "API_KEY"), key));
                environment.put("QUARKUS_FLYWAY_USERNAME", DatabaseUser.MIGRATE.userName());
                environment.put("QUARKUS_FLYWAY_PASSWORD", local.mariaDb().password(DatabaseUser.MIGRATE));
            }
            case HISTORY -> {
                database(environment, DatabaseUser.HISTORY);
                environment.put(
                        "SEM_INGEST_URL", "http://127.0.0.1:" + plan.ports().of(Service.INGEST));
                environment.put(
                        "SEM_GATEWAY_URL", "http://127.0.0.1:" + plan.ports().of(Service.GATEWAY));
                if (Service.startedWith(System.getenv()).contains(Service.BRIDGE)) {
                    environment.put(
                            "SEM_BRIDGE_URL", "http://127.0.0.1:" + plan.ports().of(Service.BRIDGE));
                }
                if (plan.kind() == DataFolder.Kind.SIMULATED) {
                    environment.putAll(
                            InventedPrices.unlessGiven(System.getenv().keySet()));
                }
            }
            case BRIDGE -> {
                // What it talks to is in the environment of ./sem up itself.
            }
            default -> throw new IllegalArgumentException("no settings for " + service);
        }
        return environment;
    }

    private void database(Map<String, String> environment, DatabaseUser user) {
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", local.mariaDb().jdbcUrl());
        environment.put("QUARKUS_DATASOURCE_USERNAME", user.userName());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", local.mariaDb().password(user));
    }

    private static String variable(String meter, String setting) {
        return "SEM_METERS_" + meter.toUpperCase(Locale.ROOT) + "_" + setting;
    }
}
