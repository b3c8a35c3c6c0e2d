package energy.sem.files.made;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

import energy.sem.p1.Register;

/** A feed of emonCMS in its PHPFina form: a register each quarter hour in kWh, as single-precision numbers; some are missing. */
public final class EmonCmsFiles {
    private static final int META_BYTES = 16;
    private static final float WH_PER_KWH = 1000f;

    private EmonCmsFiles() {}

    /** Writes both files of a feed and gives the one that is imported. */
    public static Path feed(Household household, Register register, Path folder, String number) throws IOException {
        ByteBuffer data =
                ByteBuffer.allocate(Float.BYTES * household.quarters()).order(ByteOrder.LITTLE_ENDIAN);
        for (int q = 0; q < household.quarters(); q++) {
            data.putFloat(q % 10 == 3 ? Float.NaN : household.at(register, q) / WH_PER_KWH);
        }
        Files.write(folder.resolve(number + ".dat"), data.array());
        return Files.write(
                folder.resolve(number + ".meta"),
                ByteBuffer.allocate(META_BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(8, Household.QUARTER_S)
                        .putInt(12, (int) household.edge(0).getEpochSecond())
                        .array());
    }
}
