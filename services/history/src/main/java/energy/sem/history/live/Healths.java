package energy.sem.history.live;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

import energy.sem.base.MeterLog;

/** Each meter's health, passed through as the meter-gateway published it; a meter without any was removed. Thread-safe. */
@ApplicationScoped
public class Healths {
    private static final Logger LOG = Logger.getLogger(Healths.class);

    private final Map<String, JsonNode> byMeter = new ConcurrentHashMap<>();
    private final ObjectMapper mapper;
    private final Newest newest;

    Healths(ObjectMapper mapper, Newest newest) {
        this.newest = newest;
        this.mapper = mapper;
    }

    /** The newest health of a meter; empty before the gateway has told. */
    public Optional<JsonNode> of(String meter) {
        return Optional.ofNullable(byMeter.get(meter));
    }

    @Incoming("meters")
    void on(ConsumerRecord<String, byte[]> record) {
        if (record.key() == null) {
            return;
        }
        if (record.value() == null) {
            byMeter.remove(record.key());
            newest.forget(record.key(), Instant.ofEpochMilli(record.timestamp()));
            return;
        }
        try {
            byMeter.put(record.key(), mapper.readTree(record.value()));
        } catch (IOException e) {
            MeterLog.about(
                    String.valueOf(record.key()),
                    () -> LOG.warnf("the health of meter %s is not JSON: %s", record.key(), e.getMessage()));
        }
    }
}
