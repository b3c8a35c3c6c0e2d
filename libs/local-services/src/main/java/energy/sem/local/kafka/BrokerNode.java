package energy.sem.local.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What makes a broker one of several on 127.0.0.1, for tests. Immutable.
 *
 * @param clusterId the same for all
 * @param all where each of them listens and is found
 * @param number of this one, from 0
 */
record BrokerNode(String clusterId, List<BrokerPorts> all, int number) {

    /** As its folder and messages call it, such as {@code broker1}. */
    String name() {
        return "broker" + number;
    }

    BrokerPorts ports() {
        return all.get(number);
    }

    /** What of a lone broker's settings is another one's here. */
    Properties of(Properties lone) {
        Properties settings = new Properties();
        settings.putAll(lone);
        settings.setProperty("node.id", Integer.toString(number + 1));
        settings.setProperty(
                "controller.quorum.voters",
                IntStream.range(0, all.size())
                        .mapToObj(each ->
                                (each + 1) + "@127.0.0.1:" + all.get(each).controllerDoor())
                        .collect(Collectors.joining(",")));
        settings.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + ports().clientsDoor());
        for (String topic : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            settings.setProperty(topic + ".replication.factor", Integer.toString(all.size()));
        }
        for (String least : List.of("transaction.state.log.min.isr", "share.coordinator.state.topic.min.isr")) {
            settings.setProperty(least, "2");
        }
        settings.setProperty("replica.lag.time.max.ms", "5000");
        settings.remove("replica.high.watermark.checkpoint.interval.ms");
        settings.remove("metadata.max.idle.interval.ms");
        return settings;
    }

    /** Nodes of one new cluster. */
    static List<BrokerNode> cluster(String clusterId, List<BrokerPorts> all) {
        List<BrokerNode> nodes = new ArrayList<>();
        for (int number = 0; number < all.size(); number++) {
            nodes.add(new BrokerNode(clusterId, List.copyOf(all), number));
        }
        return nodes;
    }
}
