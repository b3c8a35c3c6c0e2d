package energy.sem.display.serve;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import energy.sem.base.KnownParameters;
import energy.sem.base.Problem;
import energy.sem.display.format.Encoding;
import energy.sem.display.format.Format;
import energy.sem.display.format.Rotation;
import energy.sem.display.raster.Panel;
import energy.sem.display.view.Language;
import energy.sem.display.view.Period;
import energy.sem.display.view.Utility;

/** Reads addresses: {@code /display[/{meter}]/{period}/{offset}.{ext}?…} and {@code /display?view=week,-2&format=raw}. */
@Singleton
class QueryReader {
    /** As in the rest of SEM: any case, with or without a space. An unencoded plus or a space may stand before the offset. */
    private static final Pattern VIEW = Pattern.compile("\\s*(\\p{Alpha}+)\\s*(?:,\\s*([^,]*?)\\s*)?");

    private static final Pattern OFFSET = Pattern.compile("[+-]?\\d{1,40}");
    private static final Pattern METER = Pattern.compile("[a-z0-9]{1,32}");
    private static final BigInteger FARTHEST = BigInteger.valueOf(1_000_000);
    private static final String VIEWS = "a view is day, week, month or year with an offset of 0, -1, -2 …: week,-2";

    /** The parameters of every picture, in the order in which they are told. */
    private static final List<String> OF_ALL = with(PanelReader.PARAMETERS, "bits", "rot", "strict", "key");

    private static final List<String> OF_VIEWS = with(OF_ALL, "lang", "utility");
    private static final List<String> OF_VIEWS_BY_NAME = with(OF_VIEWS, "view", "offset", "format", "meter");

    private final Language defaultLanguage;

    QueryReader(Language defaultLanguage) {
        this.defaultLanguage = defaultLanguage;
    }

    /**
     * The request.
     *
     * @param path what follows {@code /display}, decoded and split at slashes
     */
    PictureQuery read(List<String> path, QueryString query) throws BadQuery {
        return switch (path.size()) {
            case 0 -> named(query);
            case 1 -> testCard(path.get(0), query);
            case 2 -> view(query.get("meter"), path.get(0), path.get(1), with(OF_VIEWS, "meter"), query);
            case 3 -> view(path.get(0), path.get(1), path.get(2), OF_VIEWS, query);
            default -> throw nothingHere();
        };
    }

    private PictureQuery named(QueryString query) throws BadQuery {
        String name = query.get("format", "png");
        Format format = Format.of(name)
                .orElseThrow(
                        () -> BadQuery.wrong("There is no format \"" + name + "\": use " + Format.extensions() + "."));
        try {
            String view = query.get("view", "day");
            Matcher matcher = VIEW.matcher(view);
            if (!matcher.matches()) {
                throw BadQuery.wrong("\"" + view + "\" is no view: " + VIEWS + ".");
            }
            String offset = matcher.group(2) != null
                    ? matcher.group(2)
                    : query.get("offset", "0").strip();
            return query(query.get("meter"), matcher.group(1), offset, format, OF_VIEWS_BY_NAME, query);
        } catch (BadQuery e) {
            throw e.in(plain(format, query));
        }
    }

    private PictureQuery view(String meter, String period, String file, List<String> known, QueryString query)
            throws BadQuery {
        int dot = file.lastIndexOf('.');
        Format format = dot < 0 ? byQuery(query) : format(file.substring(dot + 1));
        try {
            return dot < 0
                    ? query(meter, period, file, format, with(known, "format"), query)
                    : query(meter, period, file.substring(0, dot), format, known, query);
        } catch (BadQuery e) {
            throw e.in(plain(format, query));
        }
    }

    private PictureQuery testCard(String file, QueryString query) throws BadQuery {
        int dot = file.lastIndexOf('.');
        if (dot < 0 || !file.substring(0, dot).equals("testcard")) {
            throw nothingHere();
        }
        Format format = format(file.substring(dot + 1));
        if (format == Format.JSON) {
            throw BadQuery.notFound("The test card is a picture: use testcard.png, .raw, .bin or .bmp.");
        }
        try {
            return new PictureQuery(true, null, null, 0, null, null, encoding(format, OF_ALL, query), false);
        } catch (BadQuery e) {
            throw e.in(plain(format, query));
        }
    }

    private PictureQuery query(
            String meter, String period, String offset, Format format, List<String> known, QueryString query)
            throws BadQuery {
        if (meter != null && !METER.matcher(meter).matches()) {
            throw BadQuery.wrong("A meter's name is 1 to 32 lower-case letters and digits.");
        }
        Period kind =
                Period.of(period).orElseThrow(() -> BadQuery.wrong("\"" + period + "\" is no period: " + VIEWS + "."));
        if (!OFFSET.matcher(offset).matches()) {
            throw BadQuery.wrong("\"" + offset + "\" is no offset: " + VIEWS + ".");
        }
        return new PictureQuery(
                false,
                meter,
                kind,
                new BigInteger(offset.startsWith("+") ? offset.substring(1) : offset)
                        .max(FARTHEST.negate())
                        .min(FARTHEST)
                        .longValueExact(),
                option(query, "utility", Utility::of, Utility.ELECTRICITY, "electricity, gas or water"),
                option(query, "lang", Language::of, defaultLanguage, "nl, fr, de or en"),
                encoding(format, known, query),
                option(query, "strict", QueryReader::flag, false, "1 or 0"));
    }

    private static Encoding encoding(Format format, List<String> known, QueryString query) throws BadQuery {
        if (query.broken().isPresent()) {
            throw BadQuery.wrong("\"" + query.broken().get()
                    + "\" has a percent sign without two hexadecimal digits: a percent sign itself is written %25.");
        }
        Optional<Problem> unknown = KnownParameters.refusal(query.names(), known);
        if (unknown.isPresent()) {
            throw BadQuery.wrong(unknown.get().getMessage());
        }
        Panel panel = PanelReader.read(query);
        Encoding plain = Encoding.of(format, panel);
        int bits = option(query, "bits", QueryReader::small, plain.bits(), "1, 2 or 8");
        Rotation rotation = option(query, "rot", Rotation::of, plain.rotation(), "270, 90 or 0");
        try {
            return new Encoding(format, panel, bits, rotation);
        } catch (IllegalArgumentException e) {
            throw BadQuery.wrong(e.getMessage());
        }
    }

    /** How a device is shown that its address is wrong. */
    private static Encoding plain(Format format, QueryString query) {
        return Encoding.of(format, PanelReader.readOrOriginal(query));
    }

    private static List<String> with(List<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }

    private static <T> T option(
            QueryString query, String name, Function<String, Optional<T>> reader, T otherwise, String choices)
            throws BadQuery {
        String given = query.get(name);
        if (given == null || given.isEmpty()) {
            return otherwise;
        }
        return reader.apply(given)
                .orElseThrow(() -> BadQuery.wrong(name + "=" + given + " is not known: use " + choices + "."));
    }

    private static Optional<Boolean> flag(String value) {
        return switch (value) {
            case "1", "true" -> Optional.of(true);
            case "0", "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> small(String value) {
        return value.matches("\\d") ? Optional.of(Integer.valueOf(value)) : Optional.empty();
    }

    private static Format byQuery(QueryString query) throws BadQuery {
        return format(query.get("format", "png"));
    }

    private static Format format(String extension) throws BadQuery {
        return Format.of(extension)
                .orElseThrow(() -> BadQuery.notFound(
                        "There is nothing with ." + extension + ": use " + Format.extensions() + "."));
    }

    private static BadQuery nothingHere() {
        return BadQuery.notFound("There is nothing here: pictures are at /display/week/-2.png, the test card at"
                + " /display/testcard.png, the state at /display/status, panels at /display/panels, all of them to look at on"
                + " the page /.");
    }
}
