package energy.sem.bridge.alarm.machine;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;

import energy.sem.bridge.alarm.machine.Notice.Kind;

/**
 * What waits to be sent through one channel: low levels for the morning, what failed for its next try, and beyond so many a
 * day one digest an hour. Not thread-safe; the clock is its caller's.
 */
public final class Post {
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration DIGEST_EVERY = Duration.ofHours(1);
    private static final List<Duration> TRIES =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30));
    private static final int MOST_WAITING = 200;
    private static final int MOST_IN_DIGEST = 20;

    private final Manners manners;
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<Instant> sent = new ArrayList<>();

    /**
     * When a channel may speak.
     *
     * @param quietFrom from when on low levels wait
     * @param quietTo until when; the same as {@code quietFrom}: never
     * @param mostADay messages in 24 hours before digests
     */
    public record Manners(LocalTime quietFrom, LocalTime quietTo, ZoneId zone, int mostADay) {

        boolean isQuiet(Instant now) {
            LocalTime time = now.atZone(zone).toLocalTime();
            return quietFrom.isBefore(quietTo)
                    ? !time.isBefore(quietFrom) && time.isBefore(quietTo)
                    : quietFrom.isAfter(quietTo) && (!time.isBefore(quietFrom) || time.isBefore(quietTo));
        }
    }

    /**
     * A notice that is not sent yet.
     *
     * @param notice what
     * @param tries how often it was tried
     * @param notBefore when it is tried next
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Waiting(Notice notice, int tries, Instant notBefore) {}

    /** What a restart must not forget. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Kept(List<Waiting> waiting, List<Instant> sent) {}

    public Post(Manners manners) {
        this.manners = manners;
    }

    /** Goes on where it was. */
    public void restore(Kept kept) {
        if (kept.waiting() != null) {
            kept.waiting().stream()
                    .filter(each -> each != null && each.notice() != null && each.notBefore() != null)
                    .forEach(waiting::add);
        }
        if (kept.sent() != null) {
            sent.addAll(kept.sent());
        }
    }

    /** What to keep. */
    public Kept kept() {
        return new Kept(List.copyOf(waiting), List.copyOf(sent));
    }

    /**
     * Takes a notice to send.
     *
     * @return what had to go for it, because too much waits
     */
    public Optional<Notice> take(Notice notice, Instant now) {
        waiting.add(new Waiting(notice, 0, now));
        return waiting.size() > MOST_WAITING ? Optional.of(waiting.remove(0).notice()) : Optional.empty();
    }

    /** What is to be sent now: one notice, a digest of several, or nothing. */
    public Optional<Waiting> next(Instant now) {
        sent.removeIf(each -> !each.isAfter(now.minus(DAY)));
        List<Waiting> due = waiting.stream()
                .filter(each -> !each.notBefore().isAfter(now))
                .filter(each -> each.notice().level() == Level.HIGH || !manners.isQuiet(now))
                .toList();
        if (due.isEmpty()) {
            return Optional.empty();
        }
        if (sent.size() < manners.mostADay() || due.get(0).notice().kind() == Kind.DIGEST) {
            return Optional.of(due.get(0));
        }
        boolean waits = !sent.isEmpty() && sent.get(sent.size() - 1).isAfter(now.minus(DIGEST_EVERY));
        return waits ? Optional.empty() : Optional.of(digest(due, now));
    }

    /** It has been sent, or never will be. */
    public void done(Waiting done, boolean wasSent, Instant now) {
        waiting.remove(done);
        if (wasSent) {
            sent.add(now);
        }
    }

    /**
     * It could not be sent now.
     *
     * @param after what the other side asks to wait, or {@code null}
     * @return whether it is tried again
     */
    public boolean failed(Waiting failed, Duration after, Instant now) {
        int at = waiting.indexOf(failed);
        if (at < 0 || failed.tries() >= TRIES.size()) {
            waiting.remove(failed);
            return false;
        }
        Duration pause = TRIES.get(failed.tries());
        Duration longer = after != null && after.compareTo(pause) > 0 ? after : pause;
        waiting.set(at, new Waiting(failed.notice(), failed.tries() + 1, now.plus(longer)));
        return true;
    }

    private Waiting digest(List<Waiting> due, Instant now) {
        List<Waiting> taken = due.stream().limit(MOST_IN_DIGEST).toList();
        waiting.removeAll(taken);
        String list = taken.stream()
                .map(each ->
                        each.notice().key().text() + "/" + each.notice().kind().word())
                .collect(Collectors.joining(","));
        Level level = taken.stream().anyMatch(each -> each.notice().level() == Level.HIGH) ? Level.HIGH : Level.LOW;
        Notice notice = Notice.of(
                new AlarmKey("", "digest", ""),
                level,
                Kind.DIGEST,
                now,
                Map.of("count", String.valueOf(taken.size()), "alarms", list));
        Waiting all = new Waiting(notice, 0, now);
        waiting.add(0, all);
        return all;
    }
}
