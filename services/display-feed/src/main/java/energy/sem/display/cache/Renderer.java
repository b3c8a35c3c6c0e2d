package energy.sem.display.cache;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import energy.sem.display.format.Encoder;
import energy.sem.display.format.Encoding;
import energy.sem.display.format.Format;
import energy.sem.display.paint.Painter;
import energy.sem.display.raster.Panel;
import energy.sem.display.raster.Picture;
import energy.sem.display.view.Language;
import energy.sem.display.view.View;

/** Makes bytes of views: a pure function of view, language and encoding. Thread-safe. */
public final class Renderer {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final Painter painter = new Painter();

    /** The bytes of a view. */
    public byte[] render(View view, Variant variant) {
        return session(view).render(variant);
    }

    /** The bytes of the test card. The encoding is a picture's. */
    public byte[] testCard(Encoding encoding) {
        return Encoder.encode(painter.testCard(encoding.drawnFor()), encoding);
    }

    /** Makes one view in many variants and draws each picture once. */
    Session session(View view) {
        return new Session(view);
    }

    /** Not thread-safe, and short-lived: it holds what was drawn. */
    final class Session {
        private final View view;
        private final Map<Language, Map<Panel, Picture>> drawn = new EnumMap<>(Language.class);

        private Session(View view) {
            this.view = view;
        }

        byte[] render(Variant variant) {
            View translated = view.language() == variant.language() ? view : view.in(variant.language());
            Encoding encoding = variant.encoding();
            if (encoding.format() == Format.JSON) {
                return json(translated);
            }
            Picture picture = drawn.computeIfAbsent(variant.language(), l -> new HashMap<>())
                    .computeIfAbsent(encoding.drawnFor(), panel -> painter.paint(translated, panel));
            return Encoder.encode(picture, encoding);
        }
    }

    private static byte[] json(View view) {
        try {
            return JSON.writeValueAsBytes(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a view is plain data and always has a JSON form", e);
        }
    }
}
