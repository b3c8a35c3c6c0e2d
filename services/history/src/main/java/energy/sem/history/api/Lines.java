package energy.sem.history.api;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.databind.ObjectWriter;

/**
 * Things as lines of a long answer: of JSON, or of CSV after a header.
 *
 * @param <T> what a line says
 */
final class Lines<T> {
    private static final byte[] NEW_LINE = {'\n'};

    private final ObjectWriter json;
    private final Csv csv;
    private final List<String> header;
    private final Function<T, List<Object>> row;

    private Lines(ObjectWriter json, Csv csv, List<String> header, Function<T, List<Object>> row) {
        this.json = json;
        this.csv = csv;
        this.header = header;
        this.row = row;
    }

    static <T> Lines<T> json(ObjectWriter writer) {
        return new Lines<>(writer, null, List.of(), each -> List.of());
    }

    static <T> Lines<T> csv(Csv csv, List<String> header, Function<T, List<Object>> row) {
        return new Lines<>(null, csv, header, row);
    }

    void begin(OutputStream output) throws IOException {
        if (csv != null) {
            write(output, csv.start() + csv.line(header));
        }
    }

    void write(OutputStream output, T each) throws IOException {
        if (csv != null) {
            write(output, csv.line(row.apply(each)));
        } else {
            output.write(json.writeValueAsBytes(each));
            output.write(NEW_LINE);
        }
    }

    private static void write(OutputStream output, String text) throws IOException {
        output.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
