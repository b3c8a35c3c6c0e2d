package energy.sem.cli.display;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import energy.sem.cli.StartFailure;

/**
 * The {@code config.txt} of a display: lines {@code NAME=text} as the original's SD card has them, and those that
 * clients/esp32-display adds. That firmware reads a file that this makes without a fault.
 *
 * @param ssid the Wi-Fi network's name
 * @param password its password; empty when it has none
 * @param address where display-feed is reached, as a name or as four numbers; empty: the display looks for it
 * @param port display-feed's
 * @param key a read key; empty where none is wanted
 * @param meter whose pictures; empty: the default meter's
 * @param language of the pictures, nl, fr, de or en
 * @param view what is shown first, such as {@code week,0}
 * @param rotation 270, or 90 where the panel hangs the other way round
 * @param zone the household's time zone as POSIX writes it
 */
record DisplayConfig(
        String ssid,
        String password,
        String address,
        int port,
        String key,
        String meter,
        String language,
        String view,
        int rotation,
        String zone) {
    private static final int SSID_BYTES = 32;
    private static final int PASSWORD_LEAST = 8;
    private static final int PASSWORD_BYTES = 63;
    private static final int ADDRESS_LETTERS = 63;
    private static final int KEY_LETTERS = 64;
    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]*");
    private static final Pattern PRINTABLE = Pattern.compile("[!-~]*");
    private static final Pattern METER = Pattern.compile("[a-z0-9]{0,32}");
    private static final Pattern VIEW = Pattern.compile("(day|week|month|year),(0|-[1-9][0-9]{0,3})");

    /** @throws StartFailure naming what the display could not read */
    DisplayConfig {
        require(!ssid.isEmpty() && fits(ssid, SSID_BYTES), "--ssid: a network's name has 1 to 32 bytes, in one line.");
        require(
                password.isEmpty() || (bytes(password) >= PASSWORD_LEAST && fits(password, PASSWORD_BYTES)),
                "--password: a Wi-Fi password has 8 to 63 bytes, in one line.");
        require(
                HOST.matcher(address).matches() && address.length() <= ADDRESS_LETTERS,
                "--address " + address + ": give a name or four numbers, such as 192.168.1.7.");
        require(port > 0 && port <= HIGHEST_PORT, "--port " + port + ": ports are 1 to 65535.");
        require(
                PRINTABLE.matcher(key).matches() && key.length() <= KEY_LETTERS,
                "--key: the display holds 64 characters, of ASCII and without blanks.");
        require(METER.matcher(meter).matches(), "--meter " + meter + ": meters have small letters and digits.");
        require(Pattern.matches("nl|fr|de|en", language), "--lang " + language + ": it is nl, fr, de or en.");
        require(VIEW.matcher(view).matches(), "--view " + view + ": give one such as day,0 or week,-1.");
        require(rotation == 270 || rotation == 90, "--rot " + rotation + ": it is 270 or 90.");
    }

    /** The file. */
    String text() {
        return "SSID=" + ssid + "\nPSWD=" + password + "\nIP=" + address + "\nPORT=" + port + "\nPATH=/display\nAPIKey="
                + key + "\nMETER=" + meter + "\nLANG=" + language + "\nVIEW=" + view + "\nROT=" + rotation + "\nTZ="
                + zone + "\n";
    }

    private static void require(boolean fulfilled, String otherwise) {
        if (!fulfilled) {
            throw new StartFailure(otherwise);
        }
    }

    /** In one line, without blanks at its end, which a file would lose. */
    private static boolean fits(String text, int most) {
        return bytes(text) <= most
                && text.equals(text.stripTrailing())
                && text.chars().noneMatch(Character::isISOControl);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
