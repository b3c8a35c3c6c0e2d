package energy.sem.p1;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Judges one meter's telegrams in the order of their arrival, each value alone. Of the registers it changes and drops
 * nothing: the verdict says what cannot be true, by rules that no connection breaks:
 *
 * <ul>
 *   <li>A register never falls. It is compared with its neighbours in time among the readings that were believed, by
 *       serial number: the last one before and the first one after its own time. So readings of the past that arrive
 *       late (a backlog, a recording) are plausible where they fit, and a replaced meter, having another number, starts
 *       anew. Of telegrams that are of now ({@link TelegramTimes#ofNow()}) the order of arrival is that of counting: one that
 *       stands no lower than the newest did not fall, and what is remembered of later instants, though lower, was stamped
 *       by a clock that was ahead, and is forgotten. A clock that is put back by up to 15 minutes makes no register of any
 *       telegram fall.
 *   <li>A register rises no faster than the connection can carry: 600 kW (3 x 800 A, the largest low-voltage fuse); gas
 *       and water 25 m³ an hour; heat 1000 MJ an hour. A step beyond that is believed once three readings over 15 minutes
 *       went on from it: what lasts is no glitch. A register that fell stays implausible.
 * </ul>
 *
 * <p>A momentary value that cannot be ({@link MomentaryValues}) is taken out of the telegram and keeps nothing else of it
 * aside. When a telegram was sent is decided before: its times are believed here.
 *
 * <p>Only what was believed is remembered: at most 48 readings each of the 64 registers used last. Not thread-safe.
 */
public final class Plausibility {

    private static final long MOST_WH_AN_HOUR = 600_000;
    private static final long MOST_LITRES_AN_HOUR = 25_000;
    private static final long MOST_MJ_AN_HOUR = 1000;

    /** An M-Bus device is read every five minutes (P1-502 6.11) and may be stamped with either end. */
    private static final long DEVICE_SLACK_SECONDS = 5 * 60;

    private static final long METER_SLACK_SECONDS = 5;
    private static final int MOST_TRACKS = 64;

    private final MomentaryValues momentary = new MomentaryValues();
    private final Map<String, RegisterTrack> tracks = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RegisterTrack> eldest) {
            return size() > MOST_TRACKS;
        }
    };

    /** Judges the telegram and remembers what was believed of it for the next ones. */
    public Judged judge(Telegram telegram, TelegramTimes times) {
        List<Finding> findings = new ArrayList<>(0);
        List<LeftOut> leftOut = new ArrayList<>(0);
        long second = times.at().getEpochSecond();
        Telegram believed = momentary.believed(telegram, second, leftOut);
        judgeReadings(Finding.ELECTRICITY, readings(telegram), second, times.ofNow(), findings);
        for (int i = 0; i < telegram.devices().size(); i++) {
            Instant at = times.devices().get(i);
            if (at != null) {
                MbusDevice device = telegram.devices().get(i);
                judgeReadings(device.subject(), readings(device), at.getEpochSecond(), times.ofNow(), findings);
            }
        }
        return new Judged(believed, leftOut, findings.isEmpty() ? Verdict.PLAUSIBLE : new Verdict(findings));
    }

    /** Whether the meter's registers could stand so at that instant, by what was believed so far. Remembers nothing. */
    public boolean fits(Telegram telegram, Instant at) {
        return readings(telegram).stream().allMatch(r -> r.track.fits(at.getEpochSecond(), r.value));
    }

    /** How registers stand to the newest believed. */
    public enum Standing {
        /** Nothing is known. */
        UNKNOWN,
        /** One is lower: so they are of an earlier time, or wrong. */
        LOWER,
        /** They are the same. */
        SAME,
        /** One is higher and none lower: so they are of no earlier time, whatever the stamp says. */
        HIGHER
    }

    /** How the telegram's registers stand to the newest believed. Remembers nothing. */
    public Standing standing(Telegram telegram) {
        return standing(readings(telegram));
    }

    private static Standing standing(List<Reading> readings) {
        Standing standing = Standing.UNKNOWN;
        for (Reading r : readings) {
            long since = r.track.sinceNewest(r.value);
            if (since < 0) {
                return Standing.LOWER;
            }
            Standing one = since > 0 ? Standing.HIGHER : r.track.isKnown() ? Standing.SAME : Standing.UNKNOWN;
            standing = one.compareTo(standing) > 0 ? one : standing;
        }
        return standing;
    }

    /**
     * Whether the registers stand no lower than the newest believed, and above what is remembered of an instant after this
     * one. So nothing fell, and no past is like this: one of the stamps is wrong. Remembers nothing.
     */
    public boolean goesOnBefore(Telegram telegram, Instant at) {
        return goOnBefore(readings(telegram), at.getEpochSecond());
    }

    private static boolean goOnBefore(List<Reading> readings, long second) {
        return standing(readings) != Standing.LOWER
                && readings.stream().anyMatch(r -> r.track.isLowerLater(second, r.value));
    }

    private List<Reading> readings(Telegram t) {
        List<Reading> readings = new ArrayList<>(6);
        String serial = t.serial() == null ? "" : t.serial();
        t.registers()
                .forEach((register, wh) -> readings.add(
                        new Reading(track(serial, register.jsonName(), MOST_WH_AN_HOUR, METER_SLACK_SECONDS), wh)));
        return readings;
    }

    private List<Reading> readings(MbusDevice device) {
        String subject = device.subject();
        List<Reading> readings = new ArrayList<>(1);
        if (device.volumeLitre() != null) {
            RegisterTrack track = track(subject, "volumeLitre", MOST_LITRES_AN_HOUR, DEVICE_SLACK_SECONDS);
            readings.add(new Reading(track, device.volumeLitre()));
        }
        if (device.heatMj() != null) {
            RegisterTrack track = track(subject, "heatMj", MOST_MJ_AN_HOUR, DEVICE_SLACK_SECONDS);
            readings.add(new Reading(track, device.heatMj()));
        }
        if (device.energyWh() != null) {
            RegisterTrack track = track(subject, "energyWh", MOST_WH_AN_HOUR, DEVICE_SLACK_SECONDS);
            readings.add(new Reading(track, device.energyWh()));
        }
        return readings;
    }

    private RegisterTrack track(String serial, String name, long mostAnHour, long slackSeconds) {
        return tracks.computeIfAbsent(serial + ' ' + name, unused -> new RegisterTrack(name, mostAnHour, slackSeconds));
    }

    private static void judgeReadings(
            String subject, List<Reading> readings, long second, boolean ofNow, List<Finding> findings) {
        if (ofNow && goOnBefore(readings, second)) {
            readings.forEach(r -> r.track.remember(second, r.value));
            return;
        }
        for (Reading reading : readings) {
            RegisterTrack.Doubt doubt = reading.track.judge(second, reading.value);
            if (doubt != null) {
                findings.add(new Finding(subject, doubt.cause(), doubt.detail()));
            }
        }
        if (findings.stream().noneMatch(f -> f.subject().equals(subject))) {
            readings.forEach(r -> r.track.remember(second, r.value));
        }
    }

    private record Reading(RegisterTrack track, long value) {}
}
