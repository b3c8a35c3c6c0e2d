package energy.sem.system.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** What history answers about a meter, and the pictures of it: two SEMs that were told the same say the same. */
final class Answers {
    private Answers() {}

    /**
     * All of it, by its address.
     *
     * @param from of the first reading
     * @param to of the last one
     */
    static Map<String, String> of(Topology chain, String meter, Instant from, Instant to)
            throws IOException, InterruptedException {
        Map<String, String> answers = new TreeMap<>();
        LocalDate first = from.atZone(Household.ZONE).toLocalDate();
        LocalDate last = to.atZone(Household.ZONE).toLocalDate();
        String api = "/api/v1/meters/" + meter;
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            Instant begin = day.atStartOfDay(Household.ZONE).toInstant();
            Instant end = day.plusDays(1).atStartOfDay(Household.ZONE).toInstant();
            json(answers, chain, api + "/history?step=PT15M&fields=voltage,power&from=" + begin + "&to=" + end);
        }
        for (String period : new String[] {"day,-1", "day,-2", "day,-3", "week,0", "week,-1", "month,0", "year,0"}) {
            json(answers, chain, api + "/history/" + period);
            String picture = "/display/" + meter + "/" + period.replace(',', '/');
            byte[] bytes = chain.ask(Part.DISPLAY, picture + ".png");
            answers.put(picture + ".png", Integer.toHexString(Arrays.hashCode(bytes)));
            // How far a meter's clock is off is found where it is read live, which only the one of the two SEMs does.
            answers.put(
                    picture + ".json",
                    text(chain.ask(Part.DISPLAY, picture + ".json")).replaceAll("\"wrongClock\":\\{[^}]*},", ""));
        }
        json(answers, chain, api + "/peaks?months=3");
        json(answers, chain, api + "/readings?from=" + from + "&to=" + to.plusSeconds(1));
        return answers;
    }

    private static void json(Map<String, String> answers, Topology chain, String path)
            throws IOException, InterruptedException {
        answers.put(path, text(chain.ask(Part.HISTORY, path)));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
