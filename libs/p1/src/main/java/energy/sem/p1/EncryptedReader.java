package energy.sem.p1;

import java.util.Arrays;

/**
 * Reads telegrams that a meter encrypts as Luxembourg's "Smarty" does (LU 3.2.5) and others after it: {@code DB 08}, system
 * title of 8 bytes, length, {@code 30}, frame counter of 4 bytes, ciphertext, tag of 12 bytes; AES-128-GCM whose nonce is
 * title and counter. The listener hears the same as from a {@link TelegramReader} of the plain text, however the stream is
 * split.
 *
 * <p>With an authentication key the tag has to fit. Without one, Luxembourg's public key is tried, and where the tag does
 * not fit that (as with meters of other operators) the plain text counts if it is a telegram whose own checksum fits, which
 * proves as much as of a meter that does not encrypt.
 *
 * <p>A frame that does not decrypt (another key, a changed byte) is rejected with cause {@code CRC}, and the search for
 * the next one goes on behind its first byte, so that a cut frame costs only itself. Memory is bounded. Not thread-safe.
 */
public final class EncryptedReader {

    private static final int MOST_BYTES = Framer.MAX_FRAME_BYTES + 64;

    private final FrameCipher cipher;
    private final TelegramListener listener;
    private final TelegramReader reader;
    private final CipheredHeader header = new CipheredHeader();
    private final byte[] buffer = new byte[MOST_BYTES];
    private int length;

    /**
     * A reader with the key that the network operator gives out: 32 hexadecimal digits. Of a meter that nothing is known
     * of.
     *
     * @throws IllegalArgumentException when the key is no such
     */
    public EncryptedReader(String keyHex, TelegramListener listener) {
        this(keyHex, null, new MeterChecksum(), listener);
    }

    /** The same with an authentication key, 32 hexadecimal digits too, which the tag of every frame has to fit. */
    public EncryptedReader(String keyHex, String authenticationKeyHex, TelegramListener listener) {
        this(keyHex, authenticationKeyHex, new MeterChecksum(), listener);
    }

    /**
     * The same for the meter whose telegrams have this checksum inside.
     *
     * @param authenticationKeyHex may be null
     */
    public EncryptedReader(
            String keyHex, String authenticationKeyHex, MeterChecksum checksum, TelegramListener listener) {
        this.cipher = new FrameCipher(keyHex, authenticationKeyHex);
        this.listener = listener;
        this.reader = new TelegramReader(checksum, listener);
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
            int frame = frameBytes();
            if (frame == CipheredHeader.UNDECIDED || frame > length) {
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
            if (frame == CipheredHeader.UNDECIDED || frame > length) {
                return;
            }
            if (frame == CipheredHeader.NO_FRAME) {
                dropToNextStart();
            } else {
                decrypt(frame);
            }
        }
    }

    /** How long the frame at the start of the buffer is, see {@link CipheredHeader#frameBytes}. */
    private int frameBytes() {
        header.read(buffer, 0, length, buffer.length);
        return header.frameBytes;
    }

    private void decrypt(int frame) {
        byte[] plain = cipher.decrypt(buffer, header.securityAt, frame);
        if (plain == null) {
            reject(frame, RejectCause.CRC, cipher.whyNot());
            drop(1);
            return;
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
        while (at < length && buffer[at] != CipheredHeader.START) {
            at++;
        }
        drop(at);
    }

    private void drop(int count) {
        System.arraycopy(buffer, count, buffer, 0, length - count);
        length -= count;
    }
}
