package energy.sem.bridge.mqtt;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import energy.sem.base.LogLimit;
import energy.sem.base.Version;
import energy.sem.bridge.dsmrreader.DsmrReader;
import energy.sem.bridge.gateway.GatewayTelegram;
import energy.sem.bridge.gateway.GatewayTelegrams;
import energy.sem.bridge.homeassistant.Announcement;
import energy.sem.bridge.homeassistant.Device;
import energy.sem.bridge.homeassistant.Discovery;
import energy.sem.bridge.homeassistant.Entity;
import energy.sem.bridge.live.ConfiguredMeters;
import energy.sem.bridge.live.LiveMeters;
import energy.sem.bridge.live.TelegramFollower;
import energy.sem.bridge.setup.BridgeFolder;
import energy.sem.bridge.value.EntitySource;
import energy.sem.mqtt.BrokerSettings;
import energy.sem.mqtt.MqttConnection;
import energy.sem.mqtt.MqttListener;
import energy.sem.mqtt.MqttMessage;
import energy.sem.mqtt.MqttVersion;

/**
 * The connection to the broker and all that is published on it, on one thread, so that what is said of a meter is in order.
 * Whenever the connection is made anew, and when Home Assistant has started, everything that holds is said again.
 */
@Singleton
public class MqttOut implements Outlet {
    private static final Logger LOG = Logger.getLogger(MqttOut.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    /** So that not everything in the house answers Home Assistant's start at once. */
    private static final int MOST_DELAY_MILLIS = 2000;

    private static final int LAST_WORD_MILLIS = 1000;

    private final MqttSettings settings;
    private final LiveMeters meters;
    private final ConfiguredMeters configured;
    private final TelegramFollower follower;
    private final Figures figures;
    private final BridgeFolder folder;
    private final List<EntitySource> sources;
    private final GatewayTelegrams telegrams;
    private final Clock clock;
    private final ZoneId zone;
    private final LogLimit complaints;
    private final List<Runnable> onConnected = new CopyOnWriteArrayList<>();
    private final Traffic traffic;
    private final Repeats repeats;

    private volatile MqttConnection connection;
    private volatile MqttVersion version;
    private ScheduledExecutorService thread;
    private Announced announced;
    private Announcer announcer;
    private DsmrReader dsmrReader;
    private Publishers publishers;
    private GatewayTelegram telegram;

    MqttOut(
            MqttSettings settings,
            LiveMeters meters,
            ConfiguredMeters configured,
            TelegramFollower follower,
            Figures figures,
            BridgeFolder folder,
            @All List<EntitySource> sources,
            GatewayTelegrams telegrams,
            Clock clock,
            @ConfigProperty(name = "sem.time-zone", defaultValue = "Europe/Brussels") ZoneId zone,
            Traffic traffic) {
        this.settings = settings;
        this.meters = meters;
        this.configured = configured;
        this.follower = follower;
        this.figures = figures;
        this.folder = folder;
        this.sources = sources;
        this.telegrams = telegrams;
        this.clock = clock;
        this.zone = zone;
        this.traffic = traffic;
        complaints = new LogLimit(clock);
        repeats = new Repeats(clock);
    }

    @Override
    public boolean isOn() {
        return settings.isOn();
    }

    @Override
    public void publish(String meter, String topic, String payload, Lasting lasting) {
        send(settings.prefix() + "/" + meter + "/" + topic, payload, lasting);
    }

    @Override
    public CompletableFuture<Void> tell(String meter, String topic, String payload, Lasting lasting) {
        return sent(settings.prefix() + "/" + meter + "/" + topic, payload, lasting);
    }

    @Override
    public void onConnected(Runnable publish) {
        onConnected.add(publish);
    }

    /** Whether there is a connection. */
    boolean isConnected() {
        MqttConnection known = connection;
        return known != null && known.isConnected();
    }

    /** What does not work, in words. */
    Optional<String> trouble() {
        MqttConnection known = connection;
        return known == null ? Optional.empty() : known.trouble();
    }

    /** The version that is spoken, of a connection that is or was there. */
    Optional<MqttVersion> version() {
        return Optional.ofNullable(version);
    }

    void open(@Observes StartupEvent start) {
        if (!settings.isOn()) {
            LOG.info("nothing is published: SEM_MQTT_URL is not set");
            return;
        }
        settings.check();
        thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread made = new Thread(work, "publish");
            made.setDaemon(true);
            return made;
        });
        announced = new Announced(folder);
        announcer = new Announcer(
                new Discovery(
                        settings.discoveryPrefix(),
                        settings.prefix(),
                        Version.ofThisBuild().version()),
                settings.discovery(),
                announced,
                this::announce);
        dsmrReader = new DsmrReader(zone, (topic, payload) -> send(topic, payload, Lasting.KEPT));
        publishers = new Publishers(meters, configured, announced, this::newPublisher);
        meters.listen(state -> later(() -> publishers.of(state.meter()).heard(state, clock.instant())));
        connection = MqttConnection.open(broker(), new Listener());
        if (!settings.discovery().equals("off")) {
            connection.subscribe(settings.discoveryPrefix() + "/status", 0, this::homeAssistantSays);
        }
        figures.open((meter, topic) -> later(() -> publishers.of(meter).publishPeriod(topic)));
        follower.open();
        var unused = thread.scheduleWithFixedDelay(
                () -> guarded(this::look), LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** An end in order leaves the broker without our will: so we say ourselves that we are gone. */
    void close(@Observes ShutdownEvent stop) {
        if (connection == null) {
            return;
        }
        follower.close();
        figures.close();
        thread.shutdownNow();
        try {
            sent(settings.prefix() + "/" + MeterPublisher.AVAILABILITY, MeterPublisher.OFFLINE, Lasting.KEPT)
                    .get(LAST_WORD_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.debugf("the broker does not hear that SEM stops: %s", e.getMessage());
        }
        connection.close();
    }

    private BrokerSettings broker() {
        MqttMessage will =
                MqttMessage.kept(settings.prefix() + "/" + MeterPublisher.AVAILABILITY, MeterPublisher.OFFLINE);
        return new BrokerSettings(
                settings.address(),
                "sem-" + folder.installationId(),
                settings::credentials,
                settings.caFile(),
                Optional.of(will));
    }

    private void sayEverything() {
        announcer.startOver();
        dsmrReader.startOver();
        send(settings.prefix() + "/" + MeterPublisher.AVAILABILITY, MeterPublisher.ONLINE, Lasting.KEPT);
        publishers.startOver(clock.instant());
        announceInstallation();
        onConnected.forEach(Runnable::run);
    }

    private void announceInstallation() {
        List<Entity> entities =
                sources.stream().flatMap(each -> each.ofInstallation().stream()).toList();
        if (!entities.isEmpty()) {
            Set<String> keys = entities.stream().map(Entity::key).collect(Collectors.toSet());
            announcer.announce(Device.ofInstallation(folder.installationId(), entities), 0, keys::contains);
        }
    }

    private void look() {
        Instant now = clock.instant();
        publishers.look(now);
        if (isConnected()) {
            publishers.takeBackGone(now);
        }
    }

    private MeterPublisher newPublisher(String meter) {
        return new MeterPublisher(
                meter,
                settings,
                figures,
                announcer,
                announced,
                this::publish,
                state -> sources.stream()
                        .flatMap(each -> each.entities(state).stream())
                        .toList(),
                dsmrReader,
                () -> raw(meter));
    }

    // Of the gateway, which alone has the bytes; published on the thread of the rest.
    private void raw(String meter) {
        if (telegram == null) {
            telegram = telegrams.of(meter);
        }
        var unused = telegram.get().thenAccept(bytes -> bytes.ifPresent(all -> later(() -> dsmrReader.raw(all))));
    }

    private void homeAssistantSays(MqttMessage message) {
        if (message.text().equals(MeterPublisher.ONLINE) && !message.retained()) {
            Duration delay = Duration.ofMillis(ThreadLocalRandom.current().nextInt(MOST_DELAY_MILLIS));
            repeats.after(delay).ifPresent(this::sayEverythingAfter);
        }
    }

    private void sayEverythingAfter(Duration delay) {
        try {
            var unused = thread.schedule(
                    () -> {
                        repeats.begun();
                        guarded(this::sayEverything);
                    },
                    delay.toMillis(),
                    TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("nothing is said again: home-bridge stops");
        }
    }

    private void announce(Announcement announcement) {
        send(announcement.topic(), announcement.payload(), Lasting.KEPT);
    }

    /** What is refused is said by the connection, in words and once. */
    private void send(String topic, String payload, Lasting lasting) {
        var unused = sent(topic, payload, lasting);
    }

    private CompletableFuture<Void> sent(String topic, String payload, Lasting lasting) {
        MqttConnection known = connection;
        if (known == null || !known.isConnected()) {
            return CompletableFuture.failedFuture(new IllegalStateException("there is no connection to the broker"));
        }
        CompletableFuture<Void> taken = known.publish(new MqttMessage(
                topic, payload.getBytes(StandardCharsets.UTF_8), lasting.qos(), lasting.retained(), lasting.expiry()));
        return taken.whenComplete((nothing, refusal) -> traffic.count(refusal == null));
    }

    private void later(Runnable work) {
        try {
            thread.execute(() -> guarded(work));
        } catch (RejectedExecutionException e) {
            LOG.debug("nothing is published any more: home-bridge stops");
        }
    }

    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            complaints.warn(LOG, "publish", () -> "something was not published: " + e);
        }
    }

    private final class Listener implements MqttListener {
        @Override
        public void connected(MqttVersion spoken) {
            version = spoken;
            LOG.infof("connected to %s by MQTT %s", settings.address(), spoken);
            later(MqttOut.this::sayEverything);
        }

        @Override
        public void trouble(String words) {
            LOG.warn(words);
        }
    }
}
