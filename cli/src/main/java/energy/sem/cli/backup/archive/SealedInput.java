package energy.sem.cli.backup.archive;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.security.GeneralSecurityException;
import java.util.Optional;

import javax.crypto.Cipher;

/** Opens what {@link SealedOutput} sealed. No byte comes out of it that was not sealed so, and no end but the sealed one. */
final class SealedInput extends InputStream {
    private final PushbackInputStream file;
    private final DataInputStream in;
    private final Seal seal;
    private byte[] chunk = new byte[0];
    private int position;
    private long number;
    private boolean ended;

    /** @throws DamagedArchiveException when the file's head is not that of a backup that can be opened */
    SealedInput(InputStream file, Optional<Passphrase> passphrase) throws IOException {
        this.seal = Seal.read(file, passphrase);
        this.file = new PushbackInputStream(file);
        this.in = new DataInputStream(this.file);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (position == chunk.length) {
            if (ended) {
                return -1;
            }
            nextChunk();
        }
        int some = Math.min(length, chunk.length - position);
        System.arraycopy(chunk, position, bytes, offset, some);
        position += some;
        return some;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void nextChunk() throws IOException {
        byte[] sealed;
        boolean last;
        try {
            int length = in.readInt();
            if (length < Seal.TAG_BYTES || length > Seal.CHUNK_BYTES + Seal.TAG_BYTES) {
                throw new DamagedArchiveException("it was changed: a part has a length that none has");
            }
            sealed = new byte[length];
            in.readFully(sealed);
            int next = file.read();
            last = next < 0;
            if (!last) {
                file.unread(next);
            }
        } catch (EOFException e) {
            throw new DamagedArchiveException("it is cut off: its end is missing", e);
        }
        try {
            chunk = seal.chunk(Cipher.DECRYPT_MODE, number, last, sealed, sealed.length);
        } catch (GeneralSecurityException e) {
            throw new DamagedArchiveException("it was changed or cut off in its part " + number, e);
        }
        ended = last;
        position = 0;
        number++;
    }
}
