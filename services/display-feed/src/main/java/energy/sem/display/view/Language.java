package energy.sem.display.view;

import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/** A language that pictures are drawn in. */
public enum Language {
    NL,
    FR,
    DE,
    EN;

    /** The ISO 639-1 code, as in URLs and in JSON. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The language with this ISO 639-1 code in any case; empty for anything else. */
    public static Optional<Language> of(String code) {
        return Codes.find(values(), Language::code, code);
    }
}
