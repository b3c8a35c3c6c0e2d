package energy.sem.p1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts telegrams as meters do (LU 3.2.5). */
final class Ciphered {

    private static final int TAG_BYTES = 12;

    private Ciphered() {}

    /** A frame; the nonce of 12 bytes is the system title and the frame counter. */
    static byte[] frame(String keyHex, String authenticationKeyHex, byte[] plain, byte[] nonce) {
        byte[] text = text(keyHex, HexFormat.of().parseHex("30" + authenticationKeyHex), plain, nonce);
        return framed(0x30, nonce, text);
    }

    /** A frame that is encrypted only. */
    static byte[] withoutTag(String keyHex, byte[] plain, byte[] nonce) {
        byte[] text = text(keyHex, new byte[0], plain, nonce);
        return framed(0x20, nonce, Arrays.copyOf(text, text.length - TAG_BYTES));
    }

    private static byte[] text(String keyHex, byte[] authenticated, byte[] plain, byte[] nonce) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            SecretKeySpec spec = new SecretKeySpec(HexFormat.of().parseHex(keyHex), "AES");
            cipher.init(Cipher.ENCRYPT_MODE, spec, new GCMParameterSpec(8 * TAG_BYTES, nonce));
            cipher.updateAAD(authenticated);
            return cipher.doFinal(plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] framed(int security, byte[] nonce, byte[] text) {
        int content = 5 + text.length;
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(new byte[] {(byte) 0xDB, 8});
        frame.write(nonce, 0, 8);
        if (content < 0x80) {
            frame.write(content);
        } else {
            frame.writeBytes(ByteBuffer.allocate(3)
                    .put((byte) 0x82)
                    .putShort((short) content)
                    .array());
        }
        frame.write(security);
        frame.write(nonce, 8, 4);
        frame.writeBytes(text);
        return frame.toByteArray();
    }
}
