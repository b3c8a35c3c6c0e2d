package energy.sem.bridge.local;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who answers as a HomeWizard P1 meter. Clients know devices by the serial, 12 hex digits, so it stays over restarts and when the
 * meter is replaced.
 *
 * @param serial lower-case hex, of the form of a locally administered address, which no maker gives out
 */
record LocalIdentity(String serial) {
    /** The product that clients look for. */
    static final String PRODUCT_TYPE = "HWE-P1";

    private static final String PRODUCT_NAME = "P1 Meter";
    /** Of the device whose answers these are like; clients compare it with what they need. */
    private static final String FIRMWARE = "5.18";

    private static final Pattern SERIAL = Pattern.compile("[0-9a-f]{12}");

    LocalIdentity {
        if (!SERIAL.matcher(serial).matches()) {
            throw new IllegalArgumentException("\"" + serial + "\" is not 12 hex digits in lower case");
        }
    }

    /** The serial that was given, else one made of the meter's name. */
    static LocalIdentity of(String meter, Optional<String> given) {
        return new LocalIdentity(given.orElseGet(() -> made(meter)));
    }

    private static String made(String meter) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(("SEM meter " + meter).getBytes(StandardCharsets.UTF_8));
            // Bit 1 set: locally administered; bit 0 clear: one station (IEEE 802).
            hash[0] = (byte) ((hash[0] & 0xFC) | 0x02);
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The answer to {@code GET /api}. */
    Map<String, Object> answer() {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("product_type", PRODUCT_TYPE);
        answer.put("product_name", PRODUCT_NAME);
        answer.put("serial", serial);
        answer.put("firmware_version", FIRMWARE);
        answer.put("api_version", "v1");
        return answer;
    }

    /** The name of the mDNS instance. */
    String instance() {
        return "p1meter-" + serial.substring(6);
    }

    /** The texts of the mDNS service; Home Assistant gives up when one of the first five is missing. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("api_enabled", "1");
        texts.put("path", "/api/v1");
        texts.put("serial", serial);
        texts.put("product_name", PRODUCT_NAME);
        texts.put("product_type", PRODUCT_TYPE);
        // So that ./sem meters find knows its own kind.
        texts.put("made_by", "SEM");
        return texts;
    }
}
