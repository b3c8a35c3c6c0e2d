package energy.sem.display.shelf;

import java.util.EnumMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import energy.sem.display.format.Encoder;
import energy.sem.display.format.Form;
import energy.sem.display.format.Format;
import energy.sem.display.paint.Painter;
import energy.sem.display.raster.Depth;
import energy.sem.display.raster.Picture;
import energy.sem.display.view.Language;
import energy.sem.display.view.View;

/** Makes bytes of views: a pure function of view, language and form. Thread-safe. */
public final class Printer {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final Painter painter = new Painter();

    /** The bytes of a view. */
    public byte[] print(View view, Edition edition) {
        return session(view).print(edition);
    }

    /** The bytes of the test card. The form is a picture's. */
    public byte[] testCard(Form form) {
        return Encoder.encode(painter.testCard(form.depth()), form);
    }

    /** Prints one view in many editions and draws each picture once. */
    Session session(View view) {
        return new Session(view);
    }

    /** Not thread-safe, and short-lived: it holds what was drawn. */
    final class Session {
        private final View view;
        private final Map<Language, Map<Depth, Picture>> drawn = new EnumMap<>(Language.class);

        private Session(View view) {
            this.view = view;
        }

        byte[] print(Edition edition) {
            View translated = view.language() == edition.language() ? view : view.in(edition.language());
            Form form = edition.form();
            if (form.format() == Format.JSON) {
                return json(translated);
            }
            Picture picture = drawn.computeIfAbsent(edition.language(), l -> new EnumMap<>(Depth.class))
                    .computeIfAbsent(form.depth(), depth -> painter.paint(translated, depth));
            return Encoder.encode(picture, form);
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
