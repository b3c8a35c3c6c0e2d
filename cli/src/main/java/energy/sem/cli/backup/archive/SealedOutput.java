package energy.sem.cli.backup.archive;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;

import javax.crypto.Cipher;

/** Seals what is written, chunk by chunk: the length of each, then the chunk. Without {@link #close()} it is cut off. */
final class SealedOutput extends OutputStream {
    private final Seal seal;
    private final DataOutputStream out;
    private final byte[] chunk = new byte[Seal.CHUNK_BYTES];
    private int filled;
    private long number;
    private boolean closed;

    SealedOutput(OutputStream out, Seal seal) throws IOException {
        this.seal = seal;
        this.out = new DataOutputStream(out);
        this.out.write(seal.head());
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            if (filled == chunk.length) {
                writeChunk(false);
            }
            int some = Math.min(left, chunk.length - filled);
            System.arraycopy(bytes, from, chunk, filled, some);
            filled += some;
            from += some;
            left -= some;
        }
    }

    /** Writes the last chunk. */
    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            writeChunk(true);
            out.flush();
        }
    }

    private void writeChunk(boolean last) throws IOException {
        try {
            byte[] sealed = seal.chunk(Cipher.ENCRYPT_MODE, number, last, chunk, filled);
            out.writeInt(sealed.length);
            out.write(sealed);
        } catch (GeneralSecurityException e) {
            throw new IOException("this Java cannot encrypt: " + e.getMessage(), e);
        }
        number++;
        filled = 0;
    }
}
