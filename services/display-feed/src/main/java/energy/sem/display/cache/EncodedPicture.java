package energy.sem.display.cache;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;

import energy.sem.base.HttpDate;

/**
 * Finished bytes with what identifies them: body, length and ETag belong together because they are one object that never
 * changes. (Only when it was last asked for does, so that the forgotten ones can be let go.)
 */
public final class EncodedPicture {
    private static final int TAG_BYTES = 8;

    private final Buffer body;
    private final String etag;
    private final CharSequence etagHeader;
    private final CharSequence lastModifiedHeader;
    private final CharSequence lengthHeader;
    private final Instant changedAt;
    private volatile Instant askedAt;

    private EncodedPicture(byte[] body, Instant changedAt) {
        this.body = outsideTheHeap(body);
        this.etag = "\"" + HexFormat.of().formatHex(sha256(body), 0, TAG_BYTES) + "\"";
        this.changedAt = changedAt;
        this.etagHeader = HttpHeaders.createOptimized(etag);
        this.lastModifiedHeader = HttpHeaders.createOptimized(HttpDate.of(changedAt));
        this.lengthHeader = HttpHeaders.createOptimized(String.valueOf(body.length));
        this.askedAt = changedAt;
    }

    /** The first picture of its kind. */
    public static EncodedPicture first(byte[] body, Instant now) {
        return new EncodedPicture(body, now.truncatedTo(ChronoUnit.SECONDS));
    }

    /** The picture that takes this one's place: this one itself when the bytes are the same. */
    EncodedPicture renewed(byte[] newBody, Instant now) {
        if (Arrays.equals(body(), newBody)) {
            return this;
        }
        Instant next = now.truncatedTo(ChronoUnit.SECONDS);
        // Last-Modified has whole seconds; two versions must not share one.
        EncodedPicture picture = new EncodedPicture(newBody, next.isAfter(changedAt) ? next : changedAt.plusSeconds(1));
        picture.askedAt = askedAt;
        return picture;
    }

    /** A copy of the bytes. */
    public byte[] body() {
        return body.getBytes();
    }

    /** The bytes as the server sends them: to many at once, as often as it likes, without a copy. Nobody writes into them. */
    public Buffer toSend() {
        return body;
    }

    /** How many bytes there are. */
    public int length() {
        return body.length();
    }

    /** The strong ETag over the bytes, with its quotes. */
    public String etag() {
        return etag;
    }

    /** When the bytes became these, in whole seconds. */
    public Instant changedAt() {
        return changedAt;
    }

    /** The ETag as the server sends it: turned into bytes once, and not for each answer, as the next two. */
    public CharSequence etagHeader() {
        return etagHeader;
    }

    /** Last-Modified. */
    public CharSequence lastModifiedHeader() {
        return lastModifiedHeader;
    }

    /** Content-Length. */
    public CharSequence lengthHeader() {
        return lengthHeader;
    }

    /** When a device last asked for it, or when it was made. */
    Instant askedAt() {
        return askedAt;
    }

    void asked(Instant now) {
        askedAt = now;
    }

    /** The system sends from there at once; bytes on the heap would be copied out of it for each answer. */
    // Vert.x 5 takes Netty's buffers another way, Vert.x 4 knows only this one.
    @SuppressWarnings("deprecation")
    private static Buffer outsideTheHeap(byte[] bytes) {
        ByteBuffer direct = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
        return Buffer.buffer(Unpooled.wrappedBuffer(direct.asReadOnlyBuffer()));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
