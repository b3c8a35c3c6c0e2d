package energy.sem.local.kafka;

import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/**
 * The main class of the broker's process: formats the data folder on first use, starts the broker, and writes a file
 * when it serves clients. SIGTERM stops it cleanly (Kafka's own shutdown hook).
 */
public final class BrokerMain {

    // Kafka's BrokerState.RUNNING: registered, caught up and unfenced.
    private static final byte RUNNING = 3;

    private BrokerMain() {}

    /**
     * Runs until the process is told to end.
     *
     * @param args the properties file of the broker; the file to write when the broker is ready; of one of several,
     *     the name of their cluster
     */
    public static void main(String[] args) throws Exception {
        Path properties = Path.of(args[0]);
        Path ready = Path.of(args[1]);
        Properties broker = new Properties();
        try (InputStream in = Files.newInputStream(properties)) {
            broker.load(in);
        }
        if (!Files.exists(Path.of(broker.getProperty("log.dirs"), "meta.properties"))) {
            String cluster = args.length > 2 ? args[2] : Uuid.randomUuid().toString();
            String[] format = {"format", "-t", cluster, "-c", properties.toString()};
            if (StorageTool.execute(format, System.out) != 0) {
                System.exit(1);
            }
        }
        Thread watch = new Thread(() -> announceReadiness(ready), "announce-readiness");
        watch.setDaemon(true);
        watch.start();
        Kafka.main(new String[] {properties.toString()});
    }

    private static void announceReadiness(Path ready) {
        try {
            MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
            ObjectName state = new ObjectName("kafka.server:type=KafkaServer,name=BrokerState");
            while (!isRunning(beans, state)) {
                Thread.sleep(20);
            }
            Files.createFile(ready);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static boolean isRunning(MBeanServer beans, ObjectName state) throws JMException {
        try {
            return ((Number) beans.getAttribute(state, "Value")).byteValue() == RUNNING;
        } catch (InstanceNotFoundException e) {
            return false;
        }
    }
}
