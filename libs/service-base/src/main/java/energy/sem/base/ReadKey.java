package energy.sem.base;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A key, when it opens, and the meters that it opens for reading. Known by its hash only. Immutable. */
final class ReadKey {
    /** How far two machines' clocks may differ: a key that one has made opens at once at the other. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private static final Pattern NAME = Pattern.compile("[a-z0-9]{1,32}");

    private final byte[] sha256;
    private final ReadableMeters opens;

    private final Instant notBefore;
    private final Instant notAfter;

    private ReadKey(byte[] sha256, ReadableMeters opens, Instant notBefore, Instant notAfter) {
        this.sha256 = sha256;
        this.opens = opens;
        this.notBefore = notBefore;
        this.notAfter = notAfter;
    }

    private ReadKey(String key, ReadableMeters opens) {
        this(Keys.sha256(key), opens, Instant.MIN, Instant.MAX);
    }

    /** Whether it is the key of this hash; takes the same time wherever they differ. */
    boolean is(byte[] givenSha256) {
        return MessageDigest.isEqual(sha256, givenSha256);
    }

    /** Whether it opens at that moment. */
    boolean opensAt(Instant now) {
        return !now.plus(CLOCKS_DIFFER).isBefore(notBefore) && now.isBefore(notAfter);
    }

    ReadableMeters opens() {
        return opens;
    }

    /**
     * Those of the settings.
     *
     * @param forAll {@code sem.read-keys}
     * @throws NoStart with one line that names the wrong setting and no key: a blank key, a reader without a key or without
     *     meters, a bad name, one key for two, readers without any key that opens all
     */
    static List<ReadKey> of(List<String> forAll, Map<String, ReaderSettings.One> readers) {
        List<ReadKey> all = new ArrayList<>();
        Map<String, String> settingByKey = new HashMap<>();
        for (String each : forAll) {
            String key = key("sem.read-keys", Optional.of(each));
            if (settingByKey.putIfAbsent(key, "sem.read-keys") == null) {
                all.add(new ReadKey(key, ReadableMeters.ALL));
            }
        }
        new TreeMap<>(readers).forEach((name, reader) -> {
            String setting = "sem.readers." + name + ".key";
            if (!NAME.matcher(name).matches()) {
                throw new NoStart("setting " + setting + ": a reader's name is 1 to 32 lower-case letters and digits");
            }
            String key = key(setting, reader.key());
            if (forAll.isEmpty()) {
                throw new NoStart("setting " + setting + ": readers need sem.read-keys too, whose keys open all meters"
                        + " and with the first of which services read each other");
            }
            String other = settingByKey.putIfAbsent(key, setting);
            if (other != null) {
                throw new NoStart(
                        "settings " + other + " and " + setting + " have the same key: give each reader its own");
            }
            all.add(new ReadKey(key, ReadableMeters.of(name, meters(name, reader.meters()))));
        });
        return all;
    }

    /** Those of readers that are administered while SEM runs; a group that is not there opens nothing. */
    static List<ReadKey> of(Collection<KeptReader> readers, Map<String, Set<String>> membersByGroup) {
        List<ReadKey> all = new ArrayList<>();
        for (KeptReader reader : readers) {
            Set<String> meters = reader.withMembers(membersByGroup).meters();
            ReadableMeters opens = reader.all() ? ReadableMeters.ALL : ReadableMeters.of(reader.name(), meters);
            for (KeptReader.Key key : reader.keys()) {
                all.add(new ReadKey(
                        HexFormat.of().parseHex(key.sha256()),
                        opens,
                        Optional.ofNullable(key.notBefore()).orElse(Instant.MIN),
                        Optional.ofNullable(key.notAfter()).orElse(Instant.MAX)));
            }
        }
        return all;
    }

    /** What each reader of the settings opens. */
    static Map<String, Set<String>> metersByReader(Map<String, ReaderSettings.One> readers) {
        Map<String, Set<String>> all = new TreeMap<>();
        readers.forEach((name, reader) -> all.put(name, meters(name, reader.meters())));
        return all;
    }

    private static String key(String setting, Optional<String> given) {
        return given.map(String::strip)
                .filter(key -> !key.isEmpty())
                .orElseThrow(() -> new NoStart("setting " + setting + ": there is no key, or a blank one"));
    }

    private static Set<String> meters(String reader, Optional<List<String>> given) {
        String setting = "sem.readers." + reader + ".meters";
        Set<String> meters = given.orElse(List.of()).stream().map(String::strip).collect(Collectors.toSet());
        if (meters.isEmpty()) {
            throw new NoStart("setting " + setting + ": say which meters it may read, separated by commas");
        }
        meters.stream()
                .filter(each -> !NAME.matcher(each).matches())
                .findFirst()
                .ifPresent(wrong -> {
                    throw new NoStart("setting " + setting + ": \"" + wrong
                            + "\" is no meter's name, which is 1 to 32 lower-case letters and digits");
                });
        return meters;
    }
}
