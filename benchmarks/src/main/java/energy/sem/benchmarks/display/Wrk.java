package energy.sem.benchmarks.display;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The load generator wrk (Debian: apt-get install wrk): one thread, many connections, each asks again when answered. */
final class Wrk {
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern ANSWERS = Pattern.compile("(\\d+) requests in");
    private static final Pattern WRONG = Pattern.compile("(Socket errors.*|Non-2xx or 3xx responses.*)");

    private Wrk() {}

    /**
     * What was measured.
     *
     * @param perSecond answers a second
     * @param answers in all
     */
    record Result(double perSecond, long answers) {}

    /**
     * Asks one address as fast as it answers.
     *
     * @param headers each "Name: value"
     * @throws IOException when there is no wrk, or an answer was an error
     */
    static Result run(String url, int connections, Duration duration, List<String> headers)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("wrk", "-t1", "-c" + connections, "-d" + duration.toSeconds() + "s", "--timeout", "10s"));
        for (String header : headers) {
            command.add("-H");
            command.add(header);
        }
        command.add(url);
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new IOException("wrk is missing (Debian: apt-get install wrk)", e);
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        Matcher wrong = WRONG.matcher(said);
        if (wrong.find()) {
            throw new IOException(url + ": " + wrong.group());
        }
        Matcher rate = RATE.matcher(said);
        Matcher answers = ANSWERS.matcher(said);
        if (!rate.find() || !answers.find()) {
            throw new IOException("wrk said something unexpected: " + said);
        }
        return new Result(Double.parseDouble(rate.group(1)), Long.parseLong(answers.group(1)));
    }
}
