package energy.sem.cli.meter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

import energy.sem.cli.StartFailure;
import energy.sem.cli.folder.KeyFile;

/**
 * The keys of the meters that are pushed to: those given on the command line, and for the others random ones, which are
 * kept in the data folder in a file that only its owner reads. Immutable.
 */
public final class MeterKeys {
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    /** The original sensor's buffer holds no more. */
    private static final int LENGTH = 19;

    private static final String FILE = "meter-keys.properties";

    private final Map<String, String> byMeter;

    private MeterKeys(Map<String, String> byMeter) {
        this.byMeter = Map.copyOf(byMeter);
    }

    /**
     * Reads {@code --key} options.
     *
     * @param options each {@code NAME=SECRET}, or {@code NAME=@FILE} with the secret in the file's first line
     * @throws StartFailure naming what is wrong, never the secret
     */
    public static Map<String, String> parse(List<String> options, List<MeterChoice> meters) {
        Map<String, String> given = new TreeMap<>();
        for (String option : options) {
            int equals = option.indexOf('=');
            if (equals < 1 || equals == option.length() - 1) {
                throw new StartFailure("--key: NAME=SECRET is expected, such as roof=SECRET.");
            }
            String name = option.substring(0, equals);
            if (meters.stream().noneMatch(meter -> meter.name().equals(name))) {
                throw new StartFailure("--key " + name + "=…: there is no --meter " + name + ".");
            }
            String secret = secret(name, option.substring(equals + 1));
            if (!secret.chars().allMatch(c -> c > ' ' && c < 127)) {
                throw new StartFailure(
                        "--key " + name + "=…: letters, digits and signs of ASCII without spaces, please.");
            }
            if (given.put(name, secret) != null) {
                throw new StartFailure("--key " + name + "=… is given twice.");
            }
        }
        if (new HashSet<>(given.values()).size() < given.size()) {
            throw new StartFailure("--key: two meters have the same key; a key opens its own meter only.");
        }
        return given;
    }

    // What stands on a command line, every user of the machine sees in the list of processes.
    private static String secret(String name, String given) {
        if (!given.startsWith("@")) {
            return given;
        }
        try {
            return KeyFile.read(Path.of(given.substring(1)));
        } catch (IOException | InvalidPathException e) {
            throw new StartFailure(
                    "--key " + name
                            + "=@…: there is no such file with a key as its first line that you may read; a key does not begin with @.",
                    e);
        }
    }

    /**
     * The keys of these meters: a pushed or simulated meter always has one, another only when given.
     *
     * @param folder where random ones are kept
     * @param given those of the command line; they are not kept
     */
    public static MeterKeys of(Path folder, List<MeterChoice> meters, Map<String, String> given) {
        Path file = folder.resolve(FILE);
        Properties kept = read(file);
        Map<String, String> byMeter = new TreeMap<>(given);
        boolean made = false;
        for (MeterChoice meter : meters) {
            boolean needsOne = meter.isPush() || meter.simulation().isPresent();
            if (needsOne && !byMeter.containsKey(meter.name())) {
                if (kept.getProperty(meter.name()) == null) {
                    kept.setProperty(meter.name(), random());
                    made = true;
                }
                byMeter.put(meter.name(), kept.getProperty(meter.name()));
            }
        }
        if (made) {
            write(file, kept);
        }
        return new MeterKeys(byMeter);
    }

    /** The random key that is kept in the folder for that meter, if there is one. */
    public static Optional<String> kept(Path folder, String meter) {
        return Optional.ofNullable(read(folder.resolve(FILE)).getProperty(meter));
    }

    /** Every key by its meter's name. */
    public Map<String, String> byMeter() {
        return byMeter;
    }

    private static String random() {
        SecureRandom random = new SecureRandom();
        StringBuilder key = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            key.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return key.toString();
    }

    private static Properties read(Path file) {
        Properties kept = new Properties();
        if (Files.exists(file)) {
            try (BufferedReader reader = Files.newBufferedReader(file)) {
                kept.load(reader);
            } catch (IOException e) {
                throw new StartFailure("cannot read the keys in " + file + ": " + e.getMessage(), e);
            }
        }
        return kept;
    }

    private static void write(Path file, Properties kept) {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            // Made with its rights before a secret is in it.
            Files.newByteChannel(
                            file,
                            options,
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                    .close();
            try (Writer writer = Files.newBufferedWriter(file)) {
                kept.store(writer, "Keys of the meters that are pushed to; made at random");
            }
        } catch (IOException e) {
            throw new StartFailure("cannot write the keys to " + file + ": " + e.getMessage(), e);
        }
    }
}
