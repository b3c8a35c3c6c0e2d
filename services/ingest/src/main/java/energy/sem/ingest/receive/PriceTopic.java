package energy.sem.ingest.receive;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

import energy.sem.bill.document.DocumentFault;
import energy.sem.bill.price.DayPrices;
import energy.sem.ingest.price.PricePublisher;
import energy.sem.ingest.price.PriceStore;

/** The topic {@code sem.prices}: fetched days go there and are stored from there, whoever put them. */
@ApplicationScoped
class PriceTopic implements PricePublisher {
    private static final Logger LOG = Logger.getLogger(PriceTopic.class);

    private final MutinyEmitter<byte[]> emitter;
    private final PriceStore store;

    PriceTopic(@Channel("fetched-prices") MutinyEmitter<byte[]> emitter, PriceStore store) {
        this.emitter = emitter;
        this.store = store;
    }

    @Override
    public void publish(DayPrices day) {
        emitter.sendMessageAndAwait(Message.of(day.toJson())
                .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                        .withKey(day.area().name())
                        .build()));
    }

    /** One day; its offset is committed when it is stored. */
    @Incoming("prices")
    @Blocking
    void consume(ConsumerRecord<String, byte[]> record) throws InterruptedException {
        DayPrices day;
        try {
            day = DayPrices.of(record.value() == null ? new byte[0] : record.value());
        } catch (DocumentFault e) {
            LOG.warnf(
                    "a record of %s at %d is no prices of a day, it stays there unread: %s",
                    record.topic(), record.offset(), e.getMessage());
            return;
        }
        store.store(day);
    }
}
