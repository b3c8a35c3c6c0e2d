package energy.sem.ingest.past;

import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import energy.sem.files.ReadingOptions;
import energy.sem.files.SensorMeaning;
import energy.sem.p1.Register;

/**
 * What a user says beside the file.
 *
 * @param reading what the file leaves open
 * @param devices serial numbers in the file, or words of kinds, and the serial number that SEM knows the device by
 * @param anchors what the display showed
 * @param anchorText the same as it was typed
 */
public record ImportOptions(
        ReadingOptions reading, Map<String, String> devices, Map<Register, TypedAnchor> anchors, String anchorText) {

    /**
     * From the words of a request; all may be {@code null}.
     *
     * @param zone of wall times without one
     * @param clock of wall times that programs wrote
     * @param shift minutes
     * @param anchor {@code importT1=1234.567@2026-11-01T10:00}, several with commas between
     * @param device {@code SERIAL_IN_FILE=SERIAL} or {@code gas=SERIAL}
     * @param sensor {@code sensor.name=import-t1}
     * @throws IllegalArgumentException with a sentence for people
     */
    public static ImportOptions of(
            ZoneId household,
            String zone,
            String clock,
            Integer shift,
            String anchor,
            List<String> device,
            List<String> sensor) {
        ZoneId wall = zone(zone, household);
        if (shift != null && Math.abs(shift) > 24 * 60) {
            throw new IllegalArgumentException("A shift is at most a day, in minutes.");
        }
        Map<String, SensorMeaning> meanings = new HashMap<>();
        pairs(sensor, "sensor").forEach((name, word) -> {
            Optional<SensorMeaning> meaning = SensorMeaning.of(word);
            meanings.put(
                    name,
                    meaning.orElseThrow(() -> new IllegalArgumentException("\"" + word
                            + "\" is nothing that a sensor counts: import-t1, import-t2, import, export-t1, export-t2, export, gas,"
                            + " water, heat, or none.")));
        });
        ReadingOptions reading = ReadingOptions.in(wall)
                .withClock(zone(clock, wall))
                .withSensors(meanings)
                .withShift(Duration.ofMinutes(shift == null ? 0 : shift));
        String typed = anchor == null ? "" : anchor;
        return new ImportOptions(reading, pairs(device, "device"), TypedAnchor.parse(typed, wall), typed);
    }

    private static ZoneId zone(String name, ZoneId otherwise) {
        if (name == null || name.isBlank()) {
            return otherwise;
        }
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw new IllegalArgumentException("There is no such zone; one is Europe/Brussels.");
        }
        return ZoneId.of(name);
    }

    private static Map<String, String> pairs(List<String> texts, String what) {
        Map<String, String> pairs = new HashMap<>();
        for (String each : texts == null ? List.<String>of() : texts) {
            int middle = each.lastIndexOf('=');
            if (middle < 1 || middle == each.length() - 1 || each.length() - middle > MeterDevices.MOST_LETTERS) {
                throw new IllegalArgumentException("A " + what + " is said as NAME=MEANING.");
            }
            pairs.put(
                    each.substring(0, middle).strip(),
                    each.substring(middle + 1).strip());
        }
        return pairs;
    }
}
