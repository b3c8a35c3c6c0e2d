package energy.sem.cli.backup.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;

import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

import energy.sem.cli.StartFailure;

/** What a person keeps to open a backup again. Never on a command line, never written anywhere. Immutable. */
public final class Passphrase {
    /** An environment variable: the passphrase itself, and the file that holds it. */
    public static final String VARIABLE = "SEM_BACKUP_PASSPHRASE";

    public static final String FILE_VARIABLE = "SEM_BACKUP_PASSPHRASE_FILE";

    /** With fewer a passphrase is found by trying. */
    private static final int SHORTEST = 12;

    private static final int KEY_BITS = 256;

    private final char[] text;

    private Passphrase(String text) {
        this.text = text.toCharArray();
    }

    /**
     * A passphrase.
     *
     * @throws StartFailure when it has fewer than 12 characters
     */
    public static Passphrase of(String text) {
        if (text.length() < SHORTEST) {
            throw new StartFailure("the passphrase has fewer than " + SHORTEST
                    + " characters and would be found by trying: take a longer one, such as five words.");
        }
        return new Passphrase(text);
    }

    /**
     * The passphrase that was given.
     *
     * @param file of the command line, or null
     * @param environment its variables are asked when no file was given
     * @return empty when none was given at all
     * @throws StartFailure when the file cannot be read, is empty, or it is too short
     */
    public static Optional<Passphrase> given(Path file, Map<String, String> environment) {
        String named = environment.get(FILE_VARIABLE);
        if (file != null || (named != null && !named.isBlank())) {
            return Optional.of(inFile(file != null ? file : Path.of(named)));
        }
        return Optional.ofNullable(environment.get(VARIABLE))
                .filter(text -> !text.isEmpty())
                .map(Passphrase::of);
    }

    /** The first line of a file. */
    private static Passphrase inFile(Path file) {
        try {
            return of(Files.readString(file).lines().findFirst().orElse(""));
        } catch (IOException e) {
            throw new StartFailure("the passphrase's file " + file + " cannot be read: is it there, and yours?", e);
        }
    }

    /** PBKDF2 with HMAC-SHA-256. */
    byte[] key(byte[] salt, int rounds) throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(text, salt, rounds, KEY_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } finally {
            spec.clearPassword();
        }
    }
}
