package energy.sem.cli.backup.archive;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of one file and its head: {@code SEMB}, format 1, whether there is a passphrase, rounds, salt, key check, CRC-32.
 * Chunks are sealed as age and STREAM do it: AES-256-GCM, the nonce is the chunk's number and whether it is the last, so that
 * none can be left out, moved or cut off. A file without a passphrase is sealed likewise, by a key that anybody can make.
 */
final class Seal {
    static final int CHUNK_BYTES = 64 * 1024;
    static final int TAG_BYTES = 16;

    private static final byte[] MAGIC = "SEMB".getBytes(StandardCharsets.US_ASCII);
    private static final byte FORMAT = 1;
    private static final int SALT_BYTES = 16;
    private static final int CHECK_BYTES = 8;
    private static final int HEAD_BYTES = MAGIC.length + 2 + Integer.BYTES + SALT_BYTES + CHECK_BYTES;

    /** What OWASP asks of PBKDF2 with HMAC-SHA-256; a file may not ask for a hundred times the work. */
    private static final int ROUNDS = 600_000;

    private static final int MOST_ROUNDS = 10_000_000;

    private final byte[] head;
    private final SecretKeySpec key;

    private Seal(byte[] head, byte[] key) {
        this.head = head;
        this.key = new SecretKeySpec(key, "AES");
    }

    /** A new file's. */
    static Seal make(Optional<Passphrase> passphrase) throws IOException {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        int rounds = passphrase.isPresent() ? ROUNDS : 0;
        byte[] key = key(passphrase, salt, rounds);
        ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES + Integer.BYTES)
                .put(MAGIC)
                .put(FORMAT)
                .put((byte) (passphrase.isPresent() ? 1 : 0))
                .putInt(rounds)
                .put(salt)
                .put(check(key));
        head.putInt(crc(head.array()));
        return new Seal(head.array(), key);
    }

    /**
     * That of a file that is read from its beginning.
     *
     * @throws DamagedArchiveException saying whether it is no backup, of a later format, damaged, or the passphrase is wrong
     */
    static Seal read(InputStream file, Optional<Passphrase> passphrase) throws IOException {
        byte[] head = new byte[HEAD_BYTES + Integer.BYTES];
        try {
            new DataInputStream(file).readFully(head);
        } catch (EOFException e) {
            throw new DamagedArchiveException("it is cut off, or no backup of SEM", e);
        }
        ByteBuffer fields = ByteBuffer.wrap(head);
        byte[] magic = new byte[MAGIC.length];
        fields.get(magic);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new DamagedArchiveException("it is no backup of SEM");
        }
        if (crc(head) != ByteBuffer.wrap(head).getInt(HEAD_BYTES)) {
            throw new DamagedArchiveException("its first bytes were changed");
        }
        if (fields.get() != FORMAT) {
            throw new DamagedArchiveException(
                    "its format is of a later version of SEM: use that version, or a newer one");
        }
        boolean hasPassphrase = fields.get() == 1;
        int rounds = fields.getInt();
        byte[] salt = new byte[SALT_BYTES];
        fields.get(salt);
        byte[] check = new byte[CHECK_BYTES];
        fields.get(check);
        if (hasPassphrase && passphrase.isEmpty()) {
            throw new DamagedArchiveException(
                    "it is encrypted: give its passphrase with --passphrase-file FILE or in " + Passphrase.VARIABLE);
        }
        if (rounds < 0 || rounds > MOST_ROUNDS) {
            throw new DamagedArchiveException("its first bytes were changed");
        }
        byte[] key = key(hasPassphrase ? passphrase : Optional.empty(), salt, rounds);
        if (!MessageDigest.isEqual(check, check(key))) {
            throw new DamagedArchiveException("the passphrase is wrong");
        }
        return new Seal(head, key);
    }

    byte[] head() {
        return head.clone();
    }

    /**
     * Seals or opens one chunk.
     *
     * @param mode {@link Cipher#ENCRYPT_MODE} or {@link Cipher#DECRYPT_MODE}
     * @throws GeneralSecurityException when it is opened and is not what was sealed at that place
     */
    byte[] chunk(int mode, long number, boolean last, byte[] bytes, int length) throws GeneralSecurityException {
        ByteBuffer nonce = ByteBuffer.allocate(12).putInt(last ? 1 : 0).putLong(number);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(8 * TAG_BYTES, nonce.array()));
        cipher.updateAAD(head);
        return cipher.doFinal(bytes, 0, length);
    }

    private static byte[] key(Optional<Passphrase> passphrase, byte[] salt, int rounds) throws IOException {
        try {
            return passphrase.isPresent() ? passphrase.get().key(salt, rounds) : digest("no passphrase", salt);
        } catch (GeneralSecurityException e) {
            throw new IOException("this Java cannot encrypt: " + e.getMessage(), e);
        }
    }

    private static byte[] check(byte[] key) throws IOException {
        try {
            return Arrays.copyOf(digest("key check", key), CHECK_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IOException("this Java cannot encrypt: " + e.getMessage(), e);
        }
    }

    private static byte[] digest(String what, byte[] bytes) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(("SEM backup, " + what).getBytes(StandardCharsets.UTF_8));
        return digest.digest(bytes);
    }

    private static int crc(byte[] head) {
        CRC32 crc = new CRC32();
        crc.update(head, 0, HEAD_BYTES);
        return (int) crc.getValue();
    }
}
