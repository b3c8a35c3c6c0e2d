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
 *       anew. A clock that is put back by up to 15 minutes makes no register fall.
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
        List<Reading> readings = readings(telegram);
        if (times.setBack()) {
            readings.forEach(r -> r.track.clockSetBack(second, r.value));
        }
        judgeReadings(Finding.ELECTRICITY, readings, second, findings);
        for (int i = 0; i < telegram.devices().size(); i++) {
            Instant at = times.devices().get(i);
            if (at != null) {
                MbusDevice device = telegram.devices().get(i);
                judgeReadings(device.subject(), readings(device), at.getEpochSecond(), findings);
            }
        }
        return new Judged(believed, leftOut, findings.isEmpty() ? Verdict.PLAUSIBLE : new Verdict(findings));
    }

    /** Whether the meter's registers could stand so at that instant, by what was believed so far. Remembers nothing. */
    public boolean fits(Telegram telegram, Instant at) {
        return readings(telegram).stream().allMatch(r -> r.track.fits(at.getEpochSecond(), r.value));
    }

    /**
     * Whether the registers go on from the newest believed: each is at least as high and one is higher. So they are not
     * of the past, whatever the stamp says. Remembers nothing.
     */
    public boolean goesOn(Telegram telegram) {
        List<Reading> readings = readings(telegram);
        return readings.stream().allMatch(r -> r.track.sinceNewest(r.value) >= 0)
                && readings.stream().anyMatch(r -> r.track.sinceNewest(r.value) > 0);
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

    private static void judgeReadings(String subject, List<Reading> readings, long second, List<Finding> findings) {
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
