package energy.sem.local.kafka;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The settings of a lone broker of one household, which is its own controller: for {@code ./sem up} and for the package. */
public final class BrokerSettings {

    private BrokerSettings() {}

    /**
     * Prints the settings as a properties file, sorted.
     *
     * @param args the folder of the data, the port for clients and that of the controller, both on 127.0.0.1
     */
    public static void main(String[] args) {
        Properties settings = of(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        for (String name : new TreeSet<>(settings.stringPropertyNames())) {
            System.out.println(name + "=" + settings.getProperty(name));
        }
    }

    /** The same, as {@code server.properties} of Kafka names them. */
    static Properties of(Path data, int port, int controllerPort) {
        return of(data, port, controllerPort, Map.of());
    }

    /** The same with further listeners: by their port, the one that they tell their clients. */
    static Properties of(Path data, int port, int controllerPort, Map<Integer, Integer> doors) {
        Properties settings = new Properties();
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("node.id", "1");
        settings.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.setProperty("controller.listener.names", "CONTROLLER");
        settings.setProperty(
                "listeners",
                "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort
                        + each(doors, ",DOOR%1$d://127.0.0.1:%1$d"));
        settings.setProperty(
                "advertised.listeners", "PLAINTEXT://127.0.0.1:" + port + each(doors, ",DOOR%1$d://127.0.0.1:%2$d"));
        settings.setProperty(
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT" + each(doors, ",DOOR%1$d:PLAINTEXT"));
        settings.setProperty("log.dirs", data.toString());
        settings.setProperty("auto.create.topics.enable", "false");
        settings.setProperty("offsets.topic.replication.factor", "1");
        settings.setProperty("offsets.topic.num.partitions", "4");
        settings.setProperty("transaction.state.log.replication.factor", "1");
        settings.setProperty("transaction.state.log.min.isr", "1");
        settings.setProperty("transaction.state.log.num.partitions", "1");
        settings.setProperty("share.coordinator.state.topic.replication.factor", "1");
        settings.setProperty("share.coordinator.state.topic.min.isr", "1");
        // A lone consumer need not wait for others to join.
        settings.setProperty("group.initial.rebalance.delay.ms", "0");
        // A killed broker may come back when its session has ended; the defaults of 9 s and 2 s are for a network.
        settings.setProperty("broker.session.timeout.ms", "3000");
        settings.setProperty("broker.heartbeat.interval.ms", "500");
        // Without it an empty record is flushed to the metadata log each 500 ms: wear for an SD card.
        settings.setProperty("metadata.max.idle.interval.ms", "0");
        // Each 5 s a file would be written anew and flushed, of which a lone broker needs nothing: it knows its end
        // from the log.
        settings.setProperty("replica.high.watermark.checkpoint.interval.ms", "300000");
        // The default, 128 MiB, does not fit into the small heap.
        settings.setProperty("log.cleaner.dedupe.buffer.size", "8388608");
        settings.setProperty("num.network.threads", "2");
        settings.setProperty("num.io.threads", "4");
        settings.setProperty("background.threads", "4");
        return settings;
    }

    private static String each(Map<Integer, Integer> doors, String form) {
        return doors.entrySet().stream()
                .map(door -> form.formatted(door.getKey(), door.getValue()))
                .sorted()
                .collect(Collectors.joining());
    }
}
