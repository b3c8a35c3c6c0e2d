package energy.sem.p1;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Judges one meter's telegrams in the order of their arrival. Changes and drops nothing: the verdict says what cannot be
 * true, by rules that no household breaks:
 *
 * <ul>
 *   <li>A register never falls. It is compared with its neighbours in time among the readings that were believed, by
 *       serial number: the last one before and the first one after its own time. So readings of the past that arrive
 *       late (a backlog, a recording) are plausible where they fit, and a replaced meter, having another number, starts
 *       anew. A clock that is put back by up to 15 minutes makes no register fall.
 *   <li>A register rises no faster than the connection can carry: 100 kW; gas and water 25 m³ an hour; heat 1000 MJ an
 *       hour. A step beyond that is believed once three readings over 15 minutes went on from it: what lasts is no
 *       glitch. A register that fell stays implausible.
 *   <li>Power is at most 100 kW (P1-502 has two digits for it; fuses end earlier), and a Belgian or Dutch meter, which
 *       adds its phases up, never takes and gives at once by more than 10 W.
 *   <li>A phase has 150 to 300 V, or below 10 V where it is not connected or the network has no neutral.
 *   <li>The clock is at most 15 minutes ahead of the arrival. An old time is never implausible.
 * </ul>
 *
 * <p>Only what was believed is remembered: at most 48 readings each of the 64 registers used last. Not thread-safe.
 */
public final class Plausibility {

    private static final int MOST_POWER_W = 100_000;
    private static final int MOST_BOTH_WAYS_W = 10;
    private static final int NO_VOLTAGE_DECI_V = 100;
    private static final int LEAST_VOLTAGE_DECI_V = 1500;
    private static final int MOST_VOLTAGE_DECI_V = 3000;
    private static final long MOST_WH_AN_HOUR = 100_000;
    private static final long MOST_LITRES_AN_HOUR = 25_000;
    private static final long MOST_MJ_AN_HOUR = 1000;
    private static final long CLOCK_AHEAD_SECONDS = 15 * 60;

    /** An M-Bus device is read every five minutes (P1-502 6.11) and may be stamped with either end. */
    private static final long DEVICE_SLACK_SECONDS = 5 * 60;

    private static final long METER_SLACK_SECONDS = 5;
    private static final int MOST_TRACKS = 64;

    private final ZoneId zone;
    private final Map<String, RegisterTrack> tracks = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RegisterTrack> eldest) {
            return size() > MOST_TRACKS;
        }
    };

    /** @param zone where the meter hangs, for stamps without suffix */
    public Plausibility(ZoneId zone) {
        this.zone = zone;
    }

    /** Judges the telegram and remembers what was believed of it for the next ones. */
    public Verdict judge(Telegram telegram, Instant arrival) {
        List<Finding> findings = new ArrayList<>(0);
        Instant at = telegram.at() == null ? arrival : telegram.at().instant(zone, arrival);
        if (isAhead(at, arrival)) {
            findings.add(clockAhead(Finding.TELEGRAM, at, arrival));
            return new Verdict(findings);
        }
        judgeElectricity(telegram, at.getEpochSecond(), findings);
        for (MbusDevice device : telegram.devices()) {
            judgeDevice(device, at, arrival, findings);
        }
        return findings.isEmpty() ? Verdict.PLAUSIBLE : new Verdict(findings);
    }

    private static boolean isAhead(Instant at, Instant arrival) {
        return at.isAfter(arrival.plusSeconds(CLOCK_AHEAD_SECONDS));
    }

    private static Finding clockAhead(String subject, Instant at, Instant arrival) {
        String detail = "the time is " + at + ", more than 15 minutes after the arrival at " + arrival;
        return new Finding(subject, Finding.Cause.CLOCK_AHEAD, detail);
    }

    private void judgeElectricity(Telegram t, long second, List<Finding> findings) {
        judgePower(t, findings);
        judgeVoltage(t, findings);
        List<Reading> readings = new ArrayList<>(6);
        String serial = t.serial() == null ? "" : t.serial();
        t.registers()
                .forEach((register, wh) -> readings.add(
                        new Reading(track(serial, register.jsonName(), MOST_WH_AN_HOUR, METER_SLACK_SECONDS), wh)));
        judgeReadings(Finding.ELECTRICITY, readings, second, findings);
    }

    private static void judgePower(Telegram t, List<Finding> findings) {
        int in = t.importW() == null ? 0 : t.importW();
        int out = t.exportW() == null ? 0 : t.exportW();
        if (Math.max(Math.abs(in), Math.abs(out)) > MOST_POWER_W) {
            String detail = "the power is " + in + " W in and " + out + " W out; at most 100 kW is possible";
            findings.add(new Finding(Finding.ELECTRICITY, Finding.Cause.IMPOSSIBLE_POWER, detail));
        } else if (Math.min(in, out) > MOST_BOTH_WAYS_W && addsPhasesUp(t.dialect())) {
            String detail = "the power is " + in + " W in and " + out + " W out at once";
            findings.add(new Finding(Finding.ELECTRICITY, Finding.Cause.IMPOSSIBLE_POWER, detail));
        }
    }

    private static boolean addsPhasesUp(Dialect dialect) {
        return dialect.isBelgian() || dialect == Dialect.DSMR_4 || dialect == Dialect.DSMR_5;
    }

    private static void judgeVoltage(Telegram t, List<Finding> findings) {
        for (Phase phase : t.phases()) {
            Integer v = phase.voltageDeciV();
            if (v != null && v >= NO_VOLTAGE_DECI_V && (v < LEAST_VOLTAGE_DECI_V || v > MOST_VOLTAGE_DECI_V)) {
                String detail = "phase " + phase.phase() + " has " + v / 10 + "." + v % 10
                        + " V; it is 0 or between 150 and 300";
                findings.add(new Finding(Finding.ELECTRICITY, Finding.Cause.IMPOSSIBLE_VOLTAGE, detail));
            }
        }
    }

    private void judgeDevice(MbusDevice device, Instant telegramAt, Instant arrival, List<Finding> findings) {
        Instant at = device.at() == null ? telegramAt : device.at().instant(zone, arrival);
        String subject = device.subject();
        if (isAhead(at, arrival)) {
            findings.add(clockAhead(subject, at, arrival));
            return;
        }
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
        judgeReadings(subject, readings, at.getEpochSecond(), findings);
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
