package energy.sem.p1;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Decrypts the frames of one meter: AES-128-GCM with a tag of 96 bits (LU 3.2.5). Not thread-safe. */
final class FrameCipher {

    /** The additional authenticated data of all meters in Luxembourg, behind the security byte (LU 3.2.5). */
    private static final String LUXEMBOURG = "00112233445566778899AABBCCDDEEFF";

    private static final int KEY_BYTES = 16;
    private static final int BLOCK_BYTES = 16;

    /** What the counter of GCM stands at before the first block of text (NIST SP 800-38D 7.1). */
    private static final int FIRST_BLOCK = 2;

    private final SecretKeySpec key;
    private final boolean hasAuthenticationKey;
    private final byte[] authenticated;
    private String whyNot;

    /** @param authenticationKeyHex null where it is not known */
    FrameCipher(String keyHex, String authenticationKeyHex) {
        key = new SecretKeySpec(octets("decryption key", keyHex), "AES");
        hasAuthenticationKey = authenticationKeyHex != null;
        byte[] data = octets("authentication key", hasAuthenticationKey ? authenticationKeyHex : LUXEMBOURG);
        authenticated = ByteBuffer.allocate(1 + data.length)
                .put(CipheredHeader.SECURITY)
                .put(data)
                .array();
    }

    private static byte[] octets(String what, String hex) {
        byte[] octets;
        try {
            octets = HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
        } catch (IllegalArgumentException notPassedOnBecauseItQuotesTheKey) {
            throw new IllegalArgumentException("the " + what + " is not hexadecimal");
        }
        if (octets.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "the " + what + " has " + octets.length + " bytes; it needs 16, that is 32 hexadecimal digits");
        }
        return octets;
    }

    /**
     * The plain text of the frame that the first {@code length} bytes are, whose security byte stands at {@code securityAt};
     * null if it does not decrypt, see {@link #whyNot()}.
     */
    byte[] decrypt(byte[] frame, int securityAt, int length) {
        int textAt = securityAt + 1 + CipheredHeader.COUNTER_BYTES;
        byte[] nonce = new byte[CipheredHeader.TITLE_BYTES + CipheredHeader.COUNTER_BYTES];
        System.arraycopy(frame, CipheredHeader.TITLE_AT, nonce, 0, CipheredHeader.TITLE_BYTES);
        System.arraycopy(frame, securityAt + 1, nonce, CipheredHeader.TITLE_BYTES, CipheredHeader.COUNTER_BYTES);
        boolean hasTag = frame[securityAt] == CipheredHeader.SECURITY;
        try {
            if (hasTag) {
                return withTag(frame, textAt, length - textAt, nonce);
            }
            if (hasAuthenticationKey) {
                return not("the frame has no tag, which the authentication key would have to fit");
            }
        } catch (AEADBadTagException e) {
            return withoutTag(frame, textAt, length - textAt - CipheredHeader.TAG_BYTES, nonce);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-GCM with a tag of 96 bits", e);
        }
        return withoutTag(frame, textAt, length - textAt, nonce);
    }

    private byte[] withTag(byte[] frame, int textAt, int count, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(8 * CipheredHeader.TAG_BYTES, nonce));
        cipher.updateAAD(authenticated);
        return cipher.doFinal(frame, textAt, count);
    }

    /** The text counts if its own checksum fits; with an authentication key it only tells which key is wrong. */
    private byte[] withoutTag(byte[] frame, int textAt, int count, byte[] nonce) {
        byte[] plain;
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            byte[] counter = Arrays.copyOf(nonce, BLOCK_BYTES);
            counter[BLOCK_BYTES - 1] = FIRST_BLOCK;
            cipher.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(counter));
            plain = cipher.doFinal(frame, textAt, count);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES in counter mode", e);
        }
        if (!isTelegram(plain)) {
            return not("the frame does not decrypt: another key, or a byte changed on the way");
        }
        return hasAuthenticationKey
                ? not("the frame decrypts to a telegram, but its tag does not fit the authentication key")
                : plain;
    }

    private static boolean isTelegram(byte[] plain) {
        boolean[] proven = {false};
        Framer framer = new Framer(new FrameListener() {
            @Override
            public void frame(Frame frame) {
                proven[0] |= frame.crc() != CrcState.ABSENT && frame.offset() == 0;
            }

            @Override
            public void rejected(RejectedFrame rejected) {
                // Then it is no telegram.
            }
        });
        if (plain.length > 0 && plain[0] == '/') {
            framer.feed(plain);
            framer.end();
        }
        return proven[0];
    }

    private byte[] not(String why) {
        whyNot = why;
        return null;
    }

    /** Why the frame before did not decrypt, in a sentence. */
    String whyNot() {
        return whyNot;
    }
}
