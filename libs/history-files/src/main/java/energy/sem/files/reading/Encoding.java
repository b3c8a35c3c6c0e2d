package energy.sem.files.reading;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** In which characters a text is written: UTF-8 or UTF-16 by its mark, else UTF-8 if it is, else what spreadsheets write. */
public final class Encoding {
    private static final int LOOKED_AT = 64 * 1024;
    private static final Charset SPREADSHEETS = Charset.forName("windows-1252");

    private Encoding() {}

    /** The text of these first bytes, without a mark. */
    public static String text(byte[] beginning) {
        String text = new String(beginning, of(beginning));
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Reads on in the encoding that the beginning shows, without a mark; wrong bytes become {@code U+FFFD}. */
    public static Reader reader(InputStream bytes) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(bytes, LOOKED_AT);
        buffered.mark(LOOKED_AT);
        byte[] beginning = buffered.readNBytes(LOOKED_AT);
        buffered.reset();
        Charset charset = of(beginning);
        int mark = markLength(beginning, charset);
        buffered.skipNBytes(mark);
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        return new InputStreamReader(buffered, decoder);
    }

    private static Charset of(byte[] beginning) {
        if (beginning.length >= 2 && beginning[0] == (byte) 0xFF && beginning[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (beginning.length >= 2 && beginning[0] == (byte) 0xFE && beginning[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        return isUtf8(beginning) ? StandardCharsets.UTF_8 : SPREADSHEETS;
    }

    private static int markLength(byte[] beginning, Charset charset) {
        if (charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE)) {
            return 2;
        }
        boolean marked = beginning.length >= 3
                && beginning[0] == (byte) 0xEF
                && beginning[1] == (byte) 0xBB
                && beginning[2] == (byte) 0xBF;
        return marked ? 3 : 0;
    }

    /** Whether the bytes are UTF-8, the last character perhaps cut. */
    private static boolean isUtf8(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer some = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), some, false);
        return !result.isError();
    }
}
