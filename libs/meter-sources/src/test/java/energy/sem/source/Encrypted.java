package energy.sem.source;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts telegrams as the meters of Luxembourg do (LU 3.2.5). */
public final class Encrypted {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LUXEMBOURG = "00112233445566778899AABBCCDDEEFF";

    /** A random key, 32 hex digits. */
    public static String key() {
        byte[] key = new byte[16];
        RANDOM.nextBytes(key);
        return HexFormat.of().formatHex(key);
    }

    /** The frame with the telegram. */
    public static byte[] frame(String keyHex, byte[] telegram) {
        return frame(keyHex, LUXEMBOURG, telegram);
    }

    /** The frame with the telegram and a tag that fits the authentication key. */
    public static byte[] frame(String keyHex, String authenticationKeyHex, byte[] telegram) {
        byte[] nonce = new byte[12];
        RANDOM.nextBytes(nonce);
        byte[] text;
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            SecretKeySpec key = new SecretKeySpec(HexFormat.of().parseHex(keyHex), "AES");
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(96, nonce));
            cipher.updateAAD(HexFormat.of().parseHex("30" + authenticationKeyHex));
            text = cipher.doFinal(telegram);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(new byte[] {(byte) 0xDB, 8});
        frame.write(nonce, 0, 8);
        frame.writeBytes(ByteBuffer.allocate(3)
                .put((byte) 0x82)
                .putShort((short) (5 + text.length))
                .array());
        frame.write(0x30);
        frame.write(nonce, 8, 4);
        frame.writeBytes(text);
        return frame.toByteArray();
    }

    private Encrypted() {}
}
