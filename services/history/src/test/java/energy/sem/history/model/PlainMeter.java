package energy.sem.history.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A meter made up from a number: the same number gives the same meter. */
public final class PlainMeter {
    /** Days on which calendars go wrong, and an ordinary one. */
    private static final List<String> DAYS = List.of(
            "2026-03-29T14:00:00Z", // 23 hours
            "2026-10-25T14:00:00Z", // 25 hours
            "2026-10-26T00:30:00Z",
            "2028-02-29T11:00:00Z", // a leap day
            "2028-03-01T00:10:00Z",
            "2027-01-02T08:00:00Z", // in week 53 of the year before
            "2026-11-22T10:15:03Z",
            "2026-03-31T21:59:59Z"); // the last second but one of a month in Brussels

    public final List<PlainDevice> devices = new ArrayList<>();
    public final Instant now;
    private final Random random;
    /** Apart, so that a number that once found a fault goes on making the same electricity meter. */
    private final Random replacements;

    public PlainMeter(long seed) {
        random = new Random(seed);
        replacements = new Random(~seed);
        now = Instant.parse(DAYS.get(random.nextInt(DAYS.size()))).plusMillis(random.nextInt(3_600_000));
        long end = now.toEpochMilli() - oneOf(0, 1000, 420_000, 3 * 3_600_000, 50 * 3_600_000);
        long lengthMilli =
                Duration.ofHours(oneOf(1, 5, 30, 24 * 9, 24 * 40, 24 * 400)).toMillis();
        long begin = end - lengthMilli - random.nextInt(3_600_000);
        electricity(begin, end);
        if (random.nextBoolean()) {
            mbus("gas", "volume_l", begin, end, oneOf(300_000, 3_600_000));
        }
        if (random.nextInt(3) == 0) {
            mbus("water", "volume_l", begin, end, oneOf(300_000, 7_000_000));
        }
        if (random.nextInt(5) == 0) {
            mbus("heat", "heat_mj", begin, end, 3_600_000);
        }
        devices.removeIf(each -> each.readings.isEmpty());
    }

    private void electricity(long begin, long end) {
        List<String> registers =
                switch (random.nextInt(6)) {
                    case 0 -> List.of("import_wh", "export_wh");
                    // Its own total grows apart from its tariffs, so that it shows which of them counts.
                    case 1 -> List.of("import_t1_wh", "import_t2_wh", "import_t3_wh", "import_wh", "export_t1_wh");
                    case 2 -> tariffs(8);
                    default -> tariffs(2);
                };
        if (random.nextInt(3) > 0) {
            devices.add(device("electricity", "1SEM1", registers, begin, end, pace(end - begin)));
        } else {
            long swap = begin + (long) ((end - begin) * random.nextDouble());
            devices.add(device("electricity", "1SEM1", registers, begin, swap, pace(end - begin)));
            devices.add(device(
                    "electricity",
                    "1SEM2",
                    registers,
                    swap + oneOf(5000, 1_200_000, 40_000_000),
                    end,
                    pace(end - begin)));
        }
        // Rarely a gap takes all the time there is; who asks for the last reading of a meter wants one.
        if (devices.stream().allMatch(each -> each.readings.isEmpty())) {
            devices.get(0).readings.put(begin, registers.stream().collect(Collectors.toMap(each -> each, each -> 0L)));
        }
    }

    private static List<String> tariffs(int count) {
        return Stream.of("import_t", "export_t")
                .flatMap(direction -> IntStream.rangeClosed(1, count).mapToObj(tariff -> direction + tariff + "_wh"))
                .toList();
    }

    private void mbus(String kind, String register, long begin, long end, long pace) {
        long from = random.nextInt(3) > 0 ? begin : begin + (end - begin) / 3;
        long to = random.nextInt(4) > 0 ? end : end - (end - begin) / 4;
        PlainDevice device = device(kind, "7SEM" + kind, List.of(register), from - from % pace, to, pace);
        devices.add(device);
        if (replacements.nextInt(3) == 0 && device.readings.size() > 2) {
            devices.add(replacement(device, register));
        }
    }

    /** Another device takes over the readings from some instant on, and its register begins elsewhere. */
    private PlainDevice replacement(PlainDevice old, String register) {
        List<Long> times = List.copyOf(old.readings.keySet());
        long swap = times.get(1 + replacements.nextInt(times.size() - 1));
        PlainDevice next = new PlainDevice(old.kind, old.serial + "2");
        long begin = old.readings.get(swap).get(register) - replacements.nextInt(1_000_000);
        old.readings
                .tailMap(swap, true)
                .forEach((at, reading) -> next.readings.put(
                        at, Map.of(register, Math.max(0, reading.get(register) - Math.max(0, begin)))));
        old.readings.tailMap(swap, true).clear();
        return next;
    }

    /** The more time, the fewer readings, so that a year does not take a minute. */
    private long pace(long lengthMilli) {
        if (lengthMilli < 48 * 3_600_000L) {
            return oneOf(10_000, 60_000, 300_000);
        }
        return lengthMilli < 24 * 60 * 3_600_000L ? oneOf(60_000, 300_000, 1_200_000) : oneOf(900_000, 3_000_000);
    }

    private PlainDevice device(String kind, String serial, List<String> registers, long begin, long end, long pace) {
        PlainDevice device = new PlainDevice(kind, serial);
        boolean even = random.nextBoolean();
        long[] values = new long[registers.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(5_000_000);
        }
        long at = even ? begin - begin % pace : begin;
        int running = 0;
        while (at <= end) {
            if (at >= begin) {
                Map<String, Long> reading = new LinkedHashMap<>();
                for (int i = 0; i < values.length; i++) {
                    reading.put(registers.get(i), values[i]);
                }
                device.readings.put(at, reading);
            }
            long step = even ? pace : 1 + (long) (pace * (0.5 + random.nextDouble()));
            if (random.nextInt(3000) == 0) {
                step += oneOf(1_000_000, 20_000_000, 300_000_000);
                step -= even ? step % pace : 0;
            }
            at += step;
            if (random.nextInt(50) == 0) {
                running = random.nextInt(values.length);
            }
            values[running] += random.nextInt((int) Math.min(1_000_000, 2 + step / 1000));
        }
        return device;
    }

    private long oneOf(long... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
