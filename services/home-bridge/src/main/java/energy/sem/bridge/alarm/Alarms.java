package energy.sem.bridge.alarm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

import energy.sem.base.LogLimit;
import energy.sem.bridge.alarm.channel.Channel;
import energy.sem.bridge.alarm.channel.ChannelKind;
import energy.sem.bridge.alarm.machine.Desk;
import energy.sem.bridge.alarm.machine.Level;
import energy.sem.bridge.alarm.machine.Notice;
import energy.sem.bridge.alarm.machine.Post;
import energy.sem.bridge.alarm.rule.AlarmRule;
import energy.sem.bridge.alarm.rule.Moment;
import energy.sem.bridge.alarm.text.Words;
import energy.sem.bridge.guard.Guards;
import energy.sem.bridge.live.ConfiguredMeters;
import energy.sem.bridge.live.LiveMeters;
import energy.sem.bridge.live.TelegramFollower;

/** Looks every five seconds, and sends; off without a channel. Thread-safe. */
@Singleton
public class Alarms {
    private static final Logger LOG = Logger.getLogger(Alarms.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
    private static final Duration GUARD_EVERY = Duration.ofSeconds(10);

    private final AlarmSettings settings;
    private final List<AlarmRule> rules;
    private final Set<String> forPrograms;
    private final List<ChannelKind> kinds;
    private final LiveMeters meters;
    private final ConfiguredMeters configured;
    private final TelegramFollower follower;
    private final Guards guards;
    private final HistoryPast past;
    private final Kept kept;
    private final AlarmTopics topics;
    private final Clock clock;
    private final LogLimit complaints;

    private final Desk desk = new Desk();
    private final Map<String, Mailbox> mailboxes = new TreeMap<>();
    private ScheduledExecutorService thread;
    private Round round;

    Alarms(
            AlarmSettings settings,
            @All List<AlarmRule> rules,
            @All List<ChannelKind> kinds,
            LiveMeters meters,
            ConfiguredMeters configured,
            TelegramFollower follower,
            Guards guards,
            HistoryPast past,
            Kept kept,
            AlarmTopics topics,
            Clock clock) {
        this.settings = settings;
        this.rules = rules.stream()
                .filter(settings::isOn)
                // What mutes comes first.
                .sorted((one, other) -> Boolean.compare(other.speaksInSilence(), one.speaksInSilence()))
                .toList();
        forPrograms = this.rules.stream()
                .filter(AlarmRule::isForPrograms)
                .map(AlarmRule::word)
                .collect(Collectors.toSet());
        this.kinds = kinds;
        this.meters = meters;
        this.configured = configured;
        this.follower = follower;
        this.guards = guards;
        this.past = past;
        this.kept = kept;
        this.topics = topics;
        this.clock = clock;
        complaints = new LogLimit(clock);
    }

    void open(@Observes StartupEvent start) {
        List<Channel> channels = new ArrayList<>();
        kinds.forEach(each -> each.of(settings).ifPresent(channels::add));
        if (channels.isEmpty()) {
            LOG.info("no alarm is sent: no channel is set (docs/alarms.md)");
            return;
        }
        Kept.All before = kept.read();
        desk.restore(before.desk());
        for (Channel channel : channels) {
            Post post = new Post(settings.manners());
            Post.Kept waiting = before.posts().get(channel.word());
            if (waiting != null) {
                post.restore(waiting);
            }
            mailboxes.put(channel.word(), new Mailbox(channel, post, settings.words(), clock));
        }
        topics.open();
        Said said = new Said();
        meters.listen(said::hear);
        round = new Round(
                rules,
                desk,
                meters,
                said,
                new Round.Sources(
                        past,
                        past::health,
                        meter -> guards.of(meter)
                                .map(now -> new Moment.Guard(now.projectedW(), now.targetW(), now.secondsLeft())),
                        configured::isRemoved),
                settings,
                settings.zone(),
                clock);
        guards.open(GUARD_EVERY, (meter, now) -> {});
        follower.open();
        thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread made = new Thread(work, "alarms");
            made.setDaemon(true);
            return made;
        });
        var unused = thread.scheduleWithFixedDelay(
                this::guardedLook, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        LOG.infof("alarms are sent by %s", channels);
    }

    void close(@Observes ShutdownEvent stop) {
        if (thread != null) {
            follower.close();
            thread.shutdownNow();
            mailboxes.values().forEach(Mailbox::close);
        }
    }

    /** The alarms that are active, by key. */
    List<Desk.Active> active() {
        synchronized (desk) {
            return desk.active();
        }
    }

    /** What is told of an active alarm. */
    Words.Text text(Desk.Active active) {
        return settings.words()
                .of(Notice.of(
                        active.key(),
                        Level.LOW,
                        Notice.Kind.ACTIVE,
                        active.state().activeSince(),
                        active.state().values()));
    }

    /** The channels. */
    List<Mailbox> mailboxes() {
        return List.copyOf(mailboxes.values());
    }

    private void guardedLook() {
        try {
            look(clock.instant());
        } catch (RuntimeException e) {
            complaints.warn(LOG, "look", () -> "alarms were not looked at: " + e);
        }
    }

    private void look(Instant now) {
        List<Notice> notices;
        Desk.Kept state;
        synchronized (desk) {
            notices = round.look(now);
            state = desk.kept();
            topics.say(desk.seen());
        }
        for (Notice notice : notices) {
            LOG.infof("alarm %s is %s", notice.key().text(), notice.kind().word());
            mailboxes.values().stream()
                    .filter(each -> each.channel().isForPrograms()
                            || !forPrograms.contains(notice.key().rule()))
                    .forEach(each -> each.take(notice));
        }
        Map<String, Post.Kept> posts = new TreeMap<>();
        mailboxes.forEach((word, mailbox) -> posts.put(word, mailbox.kept()));
        kept.write(new Kept.All(state, posts));
        mailboxes.values().forEach(Mailbox::sendSoon);
    }
}
