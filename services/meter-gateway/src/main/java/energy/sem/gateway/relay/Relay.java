package energy.sem.gateway.relay;

import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import org.jboss.logging.Logger;

import energy.sem.base.LogLimit;
import energy.sem.base.MeterLog;

/**
 * One meter's telegrams, as they came, for several clients at once, such as evcc, Home Assistant and DSMR-reader. A client
 * that does not read fast enough is dropped, so that it never slows the reader nor fills the memory; it may come again.
 * What a client sends is not looked at. Thread-safe; nothing here waits.
 */
public final class Relay {
    private static final Logger LOG = Logger.getLogger(Relay.class);

    /** More than a minute of telegrams each second. */
    static final int BEHIND_BYTES = 128 * 1024;

    static final int MOST_CLIENTS = 32;

    private final LogLimit logLimit = new LogLimit(Clock.systemUTC());
    private final String meter;
    private final Set<NetSocket> clients = ConcurrentHashMap.newKeySet();

    Relay(String meter) {
        this.meter = meter;
    }

    /** Passes a telegram on to all who listen. */
    public void send(byte[] telegram) {
        if (clients.isEmpty()) {
            return;
        }
        Buffer line = Buffer.buffer(telegram.length + 2).appendBytes(telegram).appendString("\r\n");
        for (NetSocket client : clients) {
            if (client.writeQueueFull()) {
                warn("slow", "a relay client does not read, dropped: " + client.remoteAddress());
                drop(client);
            } else {
                var unused = client.write(line);
            }
        }
    }

    /** How many listen. */
    int clients() {
        return clients.size();
    }

    void add(NetSocket client) {
        if (clients.size() >= MOST_CLIENTS) {
            warn("many", "too many relay clients, refused: " + client.remoteAddress());
            var unused = client.close();
            return;
        }
        client.setWriteQueueMaxSize(BEHIND_BYTES);
        client.handler(ignored -> {});
        client.exceptionHandler(e -> LOG.debugf(e, "meter %s: relay client", meter));
        client.closeHandler(gone -> clients.remove(client));
        clients.add(client);
        LOG.debugf("meter %s: relay client %s listens", meter, client.remoteAddress());
    }

    private void warn(String cause, String words) {
        MeterLog.about(meter, () -> logLimit.warn(LOG, cause, () -> "meter " + meter + ": " + words));
    }

    private void drop(NetSocket client) {
        clients.remove(client);
        var unused = client.close();
    }
}
