package energy.sem.gateway.administer;

import java.util.List;

import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import energy.sem.base.Problem;

/**
 * A file of meters of which nothing was added: RFC 9457 and what is wrong, line by line.
 *
 * @param title the status in words
 * @param status 422
 * @param detail what is wrong and what to do
 * @param faults the lines that cannot be added (the first 1000)
 */
@Schema(requiredProperties = {"title", "status", "detail", "faults"})
record FaultyFile(String title, int status, String detail, List<Fault> faults) {
    static final String EXAMPLE =
            """
            {"title":"Unprocessable Content","status":422,
             "detail":"Nothing was added: 1 of 2 lines cannot be. Line 3: There is a meter shop already.",
             "faults":[{"line":3,"meter":"shop","fault":"There is a meter shop already."}]}
            """;
    private static final int STATUS = 422;
    private static final int MOST = 1_000;

    /** What is wrong with a line, whose number is counted from the header's, 1. */
    @Schema(requiredProperties = {"line", "meter", "fault"})
    record Fault(long line, String meter, String fault) {}

    /** The answer to a file with at least one line that cannot be added. */
    static Response answer(List<Administration.Added> lines) {
        List<Fault> faults = lines.stream()
                .filter(line -> line.fault() != null)
                .map(line -> new Fault(line.line(), EntrySettings.shown(line.meter()), line.fault()))
                .toList();
        Fault first = faults.get(0);
        String detail = "Nothing was added: " + faults.size() + " of " + lines.size() + " lines cannot be. Line "
                + first.line() + ": " + first.fault();
        return Response.status(STATUS)
                .type(Problem.MEDIA_TYPE)
                .entity(new FaultyFile(
                        "Unprocessable Content", STATUS, detail, faults.subList(0, Math.min(MOST, faults.size()))))
                .build();
    }
}
