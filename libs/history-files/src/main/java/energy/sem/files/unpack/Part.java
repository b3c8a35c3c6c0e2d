package energy.sem.files.unpack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

import energy.sem.files.HistoryFileException;
import energy.sem.files.HistoryInput;
import energy.sem.files.reading.EndsEarly;

/** One history of a file on the disk: the file, what it packs, or a member of an archive. */
public final class Part implements HistoryInput {

    /** Opens the packed bytes. */
    public interface Packed {
        InputStream open() throws IOException;
    }

    /** Opens another member or a file beside. */
    public interface Beside {
        InputStream open(String member) throws IOException;
    }

    private static final int GZIP_BUFFER = 64 * 1024;

    private final String name;
    private final Packed packed;
    private final Packing packing;
    private final long packedSize;
    private final List<String> members;
    private final Beside beside;
    private final UnpackFolder folder;
    private final Path plain;
    private Path unpacked;

    /**
     * @param name for people
     * @param packed its bytes
     * @param packing {@link Packing#GZIP} to be unwrapped once more, else as they are
     * @param packedSize bytes on the disk
     * @param members of an archive that is one history, else empty
     * @param beside opens a member, or a file in the same folder
     * @param folder where to unpack what must lie on the disk
     * @param plain the file itself if it is not packed at all, else null
     */
    public Part(
            String name,
            Packed packed,
            Packing packing,
            long packedSize,
            List<String> members,
            Beside beside,
            UnpackFolder folder,
            Path plain) {
        this.name = name;
        this.packed = packed;
        this.packing = packing;
        this.packedSize = packedSize;
        this.members = List.copyOf(members);
        this.beside = beside;
        this.folder = folder;
        this.plain = plain;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public InputStream open() throws IOException {
        InputStream bytes = packed.open();
        if (packing != Packing.GZIP) {
            return bytes;
        }
        try {
            return new UnpackedStream(new GZIPInputStream(bytes, GZIP_BUFFER), packedSize);
        } catch (IOException e) {
            bytes.close();
            throw new HistoryFileException("The compressed file is cut off or damaged: download or copy it again.", e);
        }
    }

    @Override
    public InputStream open(String member) throws IOException {
        return beside.open(member);
    }

    @Override
    public List<String> members() {
        return members;
    }

    @Override
    public synchronized Path onDisk() throws IOException {
        if (plain != null) {
            return plain;
        }
        if (unpacked == null) {
            try (InputStream bytes = open()) {
                Path target = folder.unpack(bytes);
                if (bytes instanceof EndsEarly cut && cut.endsEarly()) {
                    throw new HistoryFileException("The compressed file is cut off: download or copy it again.");
                }
                unpacked = target;
            }
        }
        return unpacked;
    }
}
