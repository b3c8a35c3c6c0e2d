package energy.sem.files.semexport;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import energy.sem.files.HistoryFileException;
import energy.sem.files.HistoryInput;
import energy.sem.files.reading.Json;

/** What an export says of itself: its version and the checksum of each file. */
final class Manifest {
    private static final String NAME = "manifest.json";
    private static final String VERSION = "1";

    private final String folder;
    private final Map<String, String> checksums = new LinkedHashMap<>();

    private Manifest(String folder) {
        this.folder = folder;
    }

    static Manifest of(HistoryInput input) throws IOException {
        String member = input.members().stream()
                .filter(name -> name.endsWith(NAME))
                .findFirst()
                .orElseThrow(() -> new HistoryFileException("The export has no " + NAME + "."));
        Map<String, Object> json;
        try (InputStream bytes = input.open(member)) {
            json = Json.object(bytes);
        } catch (Json.InvalidJsonException e) {
            throw new HistoryFileException("The export's " + NAME + " is damaged: export it again.", e);
        }
        if (!Json.text(json, "version").equals(VERSION)) {
            throw new HistoryFileException("The export is of version " + shown(Json.text(json, "version"))
                    + ", this SEM reads version " + VERSION + ": update SEM, then import again.");
        }
        Manifest manifest = new Manifest(member.substring(0, member.length() - NAME.length()));
        for (Map<String, Object> file : Json.objects(json, "files")) {
            manifest.checksums.put(Json.text(file, "name"), Json.text(file, "sha256"));
        }
        return manifest;
    }

    private static String shown(String version) {
        return version.matches("[0-9.]{1,10}") ? version : "?";
    }

    boolean has(String file) {
        return checksums.containsKey(file);
    }

    String member(String file) {
        return folder + file;
    }

    /** Compares each file with its checksum, before anything is told. */
    void check(HistoryInput input) throws IOException {
        for (String needed : new String[] {SemExport.DEVICES, SemExport.QUARTER_HOURS}) {
            if (!has(needed)) {
                throw new HistoryFileException("The export has no " + needed + ": export it again.");
            }
        }
        for (Map.Entry<String, String> file : checksums.entrySet()) {
            if (!input.members().contains(member(file.getKey()))
                    || !sha256(input, member(file.getKey()))
                            .equals(file.getValue().toLowerCase(Locale.ROOT))) {
                throw new HistoryFileException(
                        "The export was changed or damaged after it was made: a file in it is not the one whose"
                                + " checksum its manifest has. Export it again; nothing was taken from it.");
            }
        }
    }

    private static String sha256(HistoryInput input, String member) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        byte[] buffer = new byte[64 * 1024];
        try (InputStream bytes = input.open(member)) {
            for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
