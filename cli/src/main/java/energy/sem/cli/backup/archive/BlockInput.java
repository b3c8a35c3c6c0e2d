package energy.sem.cli.backup.archive;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of one entry, out of its blocks. Closing it leaves the archive open. */
final class BlockInput extends InputStream {
    private static final int LONGEST = 1 << 26;

    private final DataInputStream in;
    private int left;
    private boolean ended;

    BlockInput(DataInputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (left == 0 && !ended) {
            left = in.readInt();
            ended = left == 0;
            if (left < 0 || left > LONGEST) {
                throw new DamagedArchiveException("it was changed: a block has a length that none has");
            }
        }
        if (ended) {
            return -1;
        }
        int some = in.read(bytes, offset, Math.min(length, left));
        if (some < 0) {
            throw new DamagedArchiveException("it is cut off: its end is missing");
        }
        left -= some;
        return some;
    }
}
