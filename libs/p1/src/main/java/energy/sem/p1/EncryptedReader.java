package energy.sem.p1;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.util.Arrays;
import java.util.HexFormat;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Reads telegrams that a Luxembourg "Smarty" meter encrypts (LU 3.2.5): {@code DB 08}, system title of 8 bytes, length,
 * {@code 30}, frame counter of 4 bytes, ciphertext, tag of 12 bytes; AES-128-GCM whose nonce is title and counter. The
 * listener hears the same as from a {@link TelegramReader} of the plain text, however the stream is split.
 *
 * <p>A frame that does not decrypt (another key, a changed byte) is rejected with cause {@code CRC}, and the search for
 * the next one goes on behind its first byte, so that a cut frame costs only itself. Memory is bounded. Not thread-safe.
 */
public final class EncryptedReader {

    /** The additional authenticated data of all meters in Luxembourg, behind the security byte (LU 3.2.5). */
    private static final String LUXEMBOURG = "00112233445566778899AABBCCDDEEFF";

    private static final byte START = (byte) 0xDB;
    private static final byte SECURITY = 0x30;
    private static final int TITLE_BYTES = 8;
    private static final int COUNTER_BYTES = 4;
    private static final int TAG_BYTES = 12;
    private static final int LENGTH_AT = 2 + TITLE_BYTES;
    private static final int KEY_BYTES = 16;
    private static final int MOST_BYTES = Framer.MAX_FRAME_BYTES + 64;

    /** Not enough bytes yet to say. */
    private static final int UNDECIDED = -1;

    private static final int NO_FRAME = 0;

    private final SecretKeySpec key;
    private final byte[] authenticated;
    private final TelegramListener listener;
    private final TelegramReader reader;
    private final byte[] buffer = new byte[MOST_BYTES];
    private int length;
    private int lengthBytes;

    /**
     * A reader with the key that the network operator gives out: 32 hexadecimal digits.
     *
     * @throws IllegalArgumentException when the key is no such
     */
    public EncryptedReader(String keyHex, TelegramListener listener) {
        this(keyHex, LUXEMBOURG, listener);
    }

    /** The same with other authenticated data, for meters elsewhere and test vectors: 32 hexadecimal digits too. */
    public EncryptedReader(String keyHex, String authenticatedHex, TelegramListener listener) {
        this.key = new SecretKeySpec(octets("decryption key", keyHex), "AES");
        byte[] data = octets("authentication key", authenticatedHex);
        this.authenticated =
                ByteBuffer.allocate(1 + data.length).put(SECURITY).put(data).array();
        this.listener = listener;
        this.reader = new TelegramReader(listener);
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

    /** Takes the next bytes of the stream. */
    public void feed(byte[] bytes) {
        feed(bytes, 0, bytes.length);
    }

    /** Takes the next {@code count} bytes of the stream, from {@code from}. */
    public void feed(byte[] bytes, int from, int count) {
        int at = from;
        int end = from + count;
        while (at < end) {
            int taken = Math.min(end - at, buffer.length - length);
            System.arraycopy(bytes, at, buffer, length, taken);
            length += taken;
            at += taken;
            readFrames();
        }
    }

    /** Says that the input ends here: a frame that has begun is rejected as truncated. */
    public void end() {
        while (length > 0) {
            if (frameBytes() == UNDECIDED || frameBytes() > length) {
                reject(length, RejectCause.TRUNCATED, "the input ended inside an encrypted frame");
                drop(length);
            } else {
                drop(1);
                readFrames();
            }
        }
        reader.end();
    }

    /** Afterwards the buffer is empty or begins with what may be a frame that is not whole yet, shorter than it. */
    private void readFrames() {
        while (length > 0) {
            int frame = frameBytes();
            if (frame == UNDECIDED || frame > length) {
                return;
            }
            if (frame == NO_FRAME) {
                dropToNextStart();
            } else {
                decrypt(frame);
            }
        }
    }

    /** How long the frame at the start of the buffer is; {@link #NO_FRAME}, {@link #UNDECIDED}. */
    private int frameBytes() {
        if (buffer[0] != START || (length > 1 && buffer[1] != TITLE_BYTES)) {
            return NO_FRAME;
        }
        if (length <= LENGTH_AT) {
            return UNDECIDED;
        }
        int first = buffer[LENGTH_AT] & 0xFF;
        lengthBytes = first < 0x80 ? 1 : 1 + (first & 0x7F);
        if (lengthBytes > 3 || first == 0x80) {
            return NO_FRAME;
        }
        if (length <= LENGTH_AT + lengthBytes) {
            return UNDECIDED;
        }
        int content = first < 0x80 ? first : 0;
        for (int i = 1; i < lengthBytes; i++) {
            content = content << 8 | (buffer[LENGTH_AT + i] & 0xFF);
        }
        int all = LENGTH_AT + lengthBytes + content;
        boolean possible = content > 1 + COUNTER_BYTES + TAG_BYTES
                && all <= buffer.length
                && buffer[LENGTH_AT + lengthBytes] == SECURITY;
        return possible ? all : NO_FRAME;
    }

    private void decrypt(int frame) {
        int counterAt = LENGTH_AT + lengthBytes + 1;
        byte[] nonce = Arrays.copyOf(Arrays.copyOfRange(buffer, 2, LENGTH_AT), TITLE_BYTES + COUNTER_BYTES);
        System.arraycopy(buffer, counterAt, nonce, TITLE_BYTES, COUNTER_BYTES);
        int textAt = counterAt + COUNTER_BYTES;
        byte[] plain;
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(8 * TAG_BYTES, nonce));
            cipher.updateAAD(authenticated);
            plain = cipher.doFinal(buffer, textAt, frame - textAt);
        } catch (AEADBadTagException e) {
            reject(frame, RejectCause.CRC, "the frame does not decrypt: another key, or a byte changed on the way");
            drop(1);
            return;
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("a key of 16 bytes was refused", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-GCM with a tag of 96 bits", e);
        }
        drop(frame);
        reader.feed(plain);
        reader.end();
    }

    private void reject(int count, RejectCause cause, String detail) {
        listener.rejected(new RejectedFrame(Arrays.copyOf(buffer, count), cause, detail));
    }

    private void dropToNextStart() {
        int at = 1;
        while (at < length && buffer[at] != START) {
            at++;
        }
        drop(at);
    }

    private void drop(int count) {
        System.arraycopy(buffer, count, buffer, 0, length - count);
        length -= count;
    }
}
