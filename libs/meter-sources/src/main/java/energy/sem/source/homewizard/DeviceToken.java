package energy.sem.source.homewizard;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What pairing gives: the token, and by what the device is known again. Written as words with blanks between them: the token,
 * {@code id=appliance/p1dongle/…} and either {@code key=sha256/…} or {@code ca=FILE}.
 *
 * @param token 32 hex digits; never logged
 * @param id the common name of the device's certificate
 * @param key its public key's hash
 * @param ca the file with the certificate of HomeWizard's CA
 */
record DeviceToken(String token, Optional<String> id, Optional<String> key, Optional<Path> ca) {
    private static final Pattern TOKEN = Pattern.compile("[0-9A-Fa-f]{32}");
    private static final Pattern KEY = Pattern.compile("sha256/[A-Za-z0-9+/]{43}=");

    /**
     * Reads it.
     *
     * @throws IOException with a line for people that does not quote the token
     */
    static DeviceToken parse(String text) throws IOException {
        String[] words = text.strip().split("\\s+", -1);
        if (!TOKEN.matcher(words[0]).matches()) {
            throw new IOException("it does not begin with the 32 hex digits that ./sem pair homewizard gives");
        }
        Optional<String> id = Optional.empty();
        Optional<String> key = Optional.empty();
        Optional<Path> ca = Optional.empty();
        for (int i = 1; i < words.length; i++) {
            String value = words[i].substring(words[i].indexOf('=') + 1);
            if (words[i].startsWith("id=") && !value.isEmpty()) {
                id = Optional.of(value);
            } else if (words[i].startsWith("key=") && KEY.matcher(value).matches()) {
                key = Optional.of(value);
            } else if (words[i].startsWith("ca=") && !value.isEmpty()) {
                ca = Optional.of(file(value));
            } else {
                throw new IOException(
                        "word " + (i + 1) + " behind the token is none of id=…, key=sha256/… and ca=FILE");
            }
        }
        boolean known = key.isPresent() != ca.isPresent() && (ca.isEmpty() || id.isPresent());
        if (!known) {
            throw new IOException(
                    "behind the token stands either key=sha256/… or ca=FILE with id=…, by which the device is "
                            + "known again: ./sem pair homewizard writes them");
        }
        return new DeviceToken(words[0], id, key, ca);
    }

    private static Path file(String value) throws IOException {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new IOException("ca=" + value + " names no file: " + e.getReason(), e);
        }
    }

    /** Who is taken for the device. */
    DeviceTrust trust() throws IOException {
        return ca.isPresent() ? DeviceTrust.ca(ca.get(), id) : DeviceTrust.key(key.orElseThrow(), id);
    }

    /** As {@link #parse} reads it, a word a line. */
    String text() {
        StringBuilder text = new StringBuilder(token);
        id.ifPresent(value -> text.append("\nid=").append(value));
        key.ifPresent(value -> text.append("\nkey=").append(value));
        ca.ifPresent(value -> text.append("\nca=").append(value));
        return text.toString();
    }

    /** Without the token. */
    @Override
    public String toString() {
        return id.orElse("a device");
    }
}
