package energy.sem.local.mariadb;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;

import energy.sem.local.LocalServiceException;

/**
 * A random password of 24 letters and digits for each database user, made once for a data folder and kept in a file
 * there that only its owner reads.
 */
final class Passwords {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 24;

    private final Map<DatabaseUser, String> byUser;

    private Passwords(Map<DatabaseUser, String> byUser) {
        this.byUser = byUser;
    }

    /** Reads the passwords of the folder, after having made those that are missing. */
    static Passwords of(Path folder) {
        Path file = folder.resolve("passwords.properties");
        try {
            Properties kept = new Properties();
            if (Files.exists(file)) {
                try (InputStream in = Files.newInputStream(file)) {
                    kept.load(in);
                }
            } else {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            SecureRandom random = new SecureRandom();
            Map<DatabaseUser, String> byUser = new EnumMap<>(DatabaseUser.class);
            for (DatabaseUser user : DatabaseUser.values()) {
                String password = kept.getProperty(user.userName(), "");
                if (!password.matches("[A-Za-z0-9]{" + LENGTH + "}")) {
                    password = random(random);
                    kept.setProperty(user.userName(), password);
                }
                byUser.put(user, password);
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                kept.store(out, "database users of this data folder; made at random");
            }
            return new Passwords(byUser);
        } catch (IOException e) {
            throw new LocalServiceException("cannot read or write " + file + ": " + e.getMessage(), e);
        }
    }

    String of(DatabaseUser user) {
        return byUser.get(user);
    }

    private static String random(SecureRandom random) {
        StringBuilder password = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }
}
