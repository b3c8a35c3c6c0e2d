package energy.sem.cli.sensor;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import energy.sem.cli.StartFailure;

/**
 * The {@code config.txt} of the original sensor's SD card. Its firmware reads lines {@code KEY=VALUE} that end with a line
 * feed alone, into buffers of a fixed size: 200 bytes for the file, 15 for the address, 19 for the path and the key.
 *
 * @param ssid the Wi-Fi network's name
 * @param password its password
 * @param address where the gateway is reached, as four numbers with dots: the sensor looks up no names
 * @param key the meter's key
 */
record SensorConfig(String ssid, String password, String address, String key) {
    private static final String PATH = "/post-data.php";
    private static final int FILE_BYTES = 200;
    private static final int KEY_BYTES = 19;
    private static final Pattern DOTTED = Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(?:\\.(?!$)|$)){4}");
    private static final Pattern PRINTABLE = Pattern.compile("[ -~]+");

    /** @throws StartFailure naming what the sensor could not read */
    SensorConfig {
        if (!DOTTED.matcher(address).matches()) {
            throw new StartFailure("--address " + address
                    + ": the sensor looks up no names; give the address as four numbers, such as 192.168.1.7.");
        }
        if (!PRINTABLE.matcher(key).matches() || key.length() > KEY_BYTES) {
            throw new StartFailure("the key has " + key.length() + " characters: the sensor holds " + KEY_BYTES
                    + ", of ASCII; give the meter a shorter one.");
        }
        if (!PRINTABLE.matcher(ssid).matches() || !PRINTABLE.matcher(password).matches()) {
            throw new StartFailure("--ssid and --password: the sensor reads the printable characters of ASCII alone.");
        }
    }

    /**
     * The file.
     *
     * @throws StartFailure when it would be longer than the sensor reads
     */
    String text() {
        String text =
                "SSID=" + ssid + "\nPSWD=" + password + "\nIP=" + address + "\nPOST=" + PATH + "\nAPIKey=" + key + "\n";
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > FILE_BYTES) {
            throw new StartFailure("config.txt would have " + bytes + " bytes and the sensor reads " + FILE_BYTES
                    + ": the name or the password of the network is too long for it.");
        }
        return text;
    }
}
