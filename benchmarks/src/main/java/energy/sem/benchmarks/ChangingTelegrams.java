package energy.sem.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import energy.sem.p1.Crc16;

/**
 * One telegram with other digits in each copy wherever a meter's own change from second to second: the clock, registers,
 * powers, voltages and currents. No two that follow each other agree in any of them, which is worse than a household.
 */
final class ChangingTelegrams {

    private static final Pattern CLOCK = Pattern.compile("(?m)^(0-0:1\\.0\\.0\\(\\d{8})\\d{4}");

    /** Registers, demand and momentary values; from the second digit on, so that they stay in their ranges. */
    private static final Pattern VALUE = Pattern.compile("(?m)^(1-0:\\d+\\.[478]\\.\\d\\(\\d)([\\d.]+)(?=\\*)");

    private ChangingTelegrams() {}

    static byte[][] of(byte[] telegram, int count) {
        String text = new String(telegram, StandardCharsets.ISO_8859_1);
        String body = text.substring(0, text.lastIndexOf('!') + 1);
        Random random = new Random(1);
        byte[][] copies = new byte[count][];
        for (int i = 0; i < count; i++) {
            String clock = String.format(Locale.ROOT, "%02d%02d", i / 60 % 60, i % 60);
            String changed = CLOCK.matcher(body).replaceAll("$1" + clock);
            changed = VALUE.matcher(changed)
                    .replaceAll(m -> Matcher.quoteReplacement(m.group(1) + digits(m.group(2), random)));
            byte[] bytes = changed.getBytes(StandardCharsets.ISO_8859_1);
            String crc = String.format(Locale.ROOT, "%04X\r\n", Crc16.of(bytes, 0, bytes.length));
            copies[i] = (changed + crc).getBytes(StandardCharsets.ISO_8859_1);
        }
        return copies;
    }

    private static String digits(String number, Random random) {
        StringBuilder digits = new StringBuilder(number);
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) != '.') {
                digits.setCharAt(i, (char) ('0' + random.nextInt(10)));
            }
        }
        return digits.toString();
    }
}
