package energy.sem.bridge.mqtt;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import energy.sem.bridge.dsmrreader.DsmrReader;
import energy.sem.bridge.homeassistant.Device;
import energy.sem.bridge.homeassistant.Entity;
import energy.sem.bridge.live.MeterState;
import energy.sem.bridge.value.MeterMessages;
import energy.sem.bridge.value.PeriodTopic;
import energy.sem.bridge.value.Snapshot;
import energy.sem.event.MBusReading;

/** All that is published of one meter, and when. Not thread-safe. */
final class MeterPublisher {
    static final String AVAILABILITY = "availability";
    static final String ONLINE = "online";
    static final String OFFLINE = "offline";

    private static final Duration A_SECOND = Duration.ofMillis(900);
    private static final Duration JITTER = Duration.ofMillis(500);
    private static final long LEAST_EXPIRY_SECONDS = 60;
    private static final long SLOW_EXPIRY_SECONDS = 900;
    private static final int MISSED = 3;

    private final String meter;
    private final MqttSettings settings;
    private final Figures figures;
    private final Announcer announcer;
    private final Announced announced;
    private final DeviceLimit devices;
    private final Sender sender;
    private final Function<MeterState, List<Entity>> more;
    private final DsmrReader dsmrReader;
    private final Runnable raw;
    /** What this connection has had of topics that are kept, by topic. */
    private final Map<String, String> kept = new HashMap<>();

    private MeterState newest;
    private Instant liveAt = Instant.EPOCH;
    private Instant stateAt = Instant.EPOCH;
    private int slowReadings;
    private boolean slow;

    /** Sends below the meter's topics. */
    interface Sender {
        void send(String meter, String topic, String payload, Lasting lasting);
    }

    MeterPublisher(
            String meter,
            MqttSettings settings,
            Figures figures,
            Announcer announcer,
            Announced announced,
            Sender sender,
            Function<MeterState, List<Entity>> more,
            DsmrReader dsmrReader,
            Runnable raw) {
        this.meter = meter;
        this.settings = settings;
        this.figures = figures;
        this.announcer = announcer;
        this.announced = announced;
        devices = new DeviceLimit(meter, announced.topics(meter));
        this.sender = sender;
        this.more = more;
        this.dsmrReader = dsmrReader;
        this.raw = raw;
    }

    /** A new reading. */
    void heard(MeterState state, Instant now) {
        newest = state;
        judgePace();
        if (isDsmrReader()) {
            dsmrReader.hear(new Snapshot(state, null));
        }
        if (!state.isFresh(now)) {
            // The last word of a meter that has been silent since: after a start, from Kafka.
            look(now);
            return;
        }
        if (!now.isBefore(liveAt.plus(A_SECOND))) {
            liveAt = now;
            sender.send(meter, "live", MeterMessages.live(new Snapshot(state, null)), Lasting.NOT);
        }
        if (!now.isBefore(stateAt.plus(settings.every()).minus(JITTER))) {
            publishState(now);
        }
    }

    /** The broker may have forgotten everything: what holds is said again. */
    void startOver(Instant now) {
        kept.clear();
        if (isHeard(now)) {
            publishState(now);
            for (PeriodTopic each : PeriodTopic.values()) {
                publishPeriod(each);
            }
        } else {
            look(now);
        }
    }

    /** Says when the meter has fallen silent, or has not been heard since the start. */
    void look(Instant now) {
        if (isHeard(now)) {
            keep(AVAILABILITY, ONLINE);
        } else if (!OFFLINE.equals(kept.get(AVAILABILITY))) {
            keep(AVAILABILITY, OFFLINE);
            announcer.release(meter);
        }
    }

    /** Whether readings come at the moment. */
    boolean isHeard(Instant now) {
        return newest != null && newest.isFresh(now);
    }

    /** There is no such meter any more: the broker forgets what it keeps of it, and Home Assistant its devices. */
    void takeBack() {
        Set<String> topics = new LinkedHashSet<>(announced.topics(meter));
        topics.addAll(kept.keySet());
        topics.forEach(each -> sender.send(meter, each, "", Lasting.KEPT));
        announcer.takeBack(meter);
    }

    /** History has a new answer. */
    void publishPeriod(PeriodTopic topic) {
        figures.period(meter, topic).ifPresent(answer -> keep(topic.topic(), MeterMessages.period(answer)));
    }

    private void publishState(Instant now) {
        stateAt = now;
        Snapshot snapshot = new Snapshot(newest, figures.latest(meter).orElse(null));
        List<MBusReading> behind = devices.of(snapshot);
        announce(snapshot, behind);
        look(now);
        sender.send(meter, "state", MeterMessages.state(snapshot), Lasting.of(Duration.ofSeconds(expireSeconds())));
        MeterMessages.registers(snapshot).ifPresent(text -> keep("registers", text));
        MeterMessages.devices(behind).forEach(this::keep);
        if (isDsmrReader()) {
            dsmrReader.publish(snapshot, topic -> figures.period(meter, topic));
            raw.run();
        }
    }

    private boolean isDsmrReader() {
        return settings.dsmrReader().filter(meter::equals).isPresent();
    }

    private void announce(Snapshot snapshot, List<MBusReading> behind) {
        String serial = MeterDevices.serial(snapshot);
        Set<String> keys = new LinkedHashSet<>(announcer.keys(serial));
        keys.addAll(MeterDevices.keys(snapshot, figures));
        Device device = MeterDevices.electricity(snapshot, keys, more.apply(newest));
        Set<String> known = new LinkedHashSet<>();
        device.entities().forEach(each -> known.add(each.key()));
        announcer.announce(device, expireSeconds(), known::contains);
        MeterDevices.behind(snapshot, behind)
                .forEach(each -> announcer.announce(
                        each, expireSeconds(), each.entities().get(0).key()::equals));
    }

    /** A topic whose text has not changed is not sent again. */
    private void keep(String topic, String text) {
        if (!text.equals(kept.put(topic, text))) {
            announced.keep(meter, topic);
            sender.send(meter, topic, text, Lasting.KEPT);
        }
    }

    /** After which a value is unknown: three of the intervals at which it comes. */
    private long expireSeconds() {
        long expiry = Math.max(LEAST_EXPIRY_SECONDS, MISSED * settings.every().toSeconds());
        return slow ? Math.max(expiry, SLOW_EXPIRY_SECONDS) : expiry;
    }

    /** A meter is slow after three slow readings in a row, and quick after three quick ones: a single gap changes nothing. */
    private void judgePace() {
        boolean isSlow = newest.interval() != null
                && newest.interval().compareTo(Duration.ofSeconds(LEAST_EXPIRY_SECONDS / MISSED)) > 0;
        slowReadings = isSlow == slow ? 0 : slowReadings + 1;
        if (slowReadings >= MISSED) {
            slow = isSlow;
            slowReadings = 0;
        }
    }
}
