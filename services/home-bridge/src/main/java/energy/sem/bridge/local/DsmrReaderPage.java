package energy.sem.bridge.local;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.vertx.core.MultiMap;

/**
 * Which part of a list is asked for, as DSMR-reader's lists are: {@code limit}, {@code offset}, {@code ordering=-field}.
 *
 * @param limit rows at most
 * @param offset rows before them
 * @param descending the last first
 */
record DsmrReaderPage(int limit, int offset, boolean descending) {
    private static final int DEFAULT_LIMIT = 100;
    private static final int MOST = 1000;

    /**
     * The page that a request asks for.
     *
     * @param field by which the list may be ordered
     * @throws IllegalArgumentException with a line for people
     */
    static DsmrReaderPage of(MultiMap parameters, String field) {
        String ordering = parameters.get("ordering");
        if (ordering != null && !ordering.equals(field) && !ordering.equals("-" + field)) {
            throw new IllegalArgumentException("ordering is " + field + " or -" + field);
        }
        return new DsmrReaderPage(
                number(parameters, "limit", DEFAULT_LIMIT, 1, MOST),
                number(parameters, "offset", 0, 0, Integer.MAX_VALUE),
                ordering != null && ordering.startsWith("-"));
    }

    private static int number(MultiMap parameters, String name, int without, int least, int most) {
        String text = parameters.get(name);
        if (text == null) {
            return without;
        }
        try {
            return Math.min(most, Math.max(least, Integer.parseInt(text)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is a whole number", e);
        }
    }

    /**
     * The answer with this page of a list.
     *
     * @param address of the request without its parameters, which the pages before and after have too
     * @param others the other parameters
     */
    Map<String, Object> of(List<Map<String, Object>> all, String address, MultiMap others) {
        List<Map<String, Object>> ordered = new ArrayList<>(all);
        if (descending) {
            Collections.reverse(ordered);
        }
        int from = Math.min(offset, ordered.size());
        int to = (int) Math.min((long) from + limit, ordered.size());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("count", ordered.size());
        answer.put("next", to < ordered.size() ? link(address, others, to) : null);
        answer.put("previous", from > 0 ? link(address, others, Math.max(0, from - limit)) : null);
        answer.put("results", ordered.subList(from, to));
        return answer;
    }

    private String link(String address, MultiMap others, int newOffset) {
        StringBuilder link = new StringBuilder(address)
                .append("?limit=")
                .append(limit)
                .append("&offset=")
                .append(newOffset);
        others.forEach(each -> {
            if (!each.getKey().equals("limit") && !each.getKey().equals("offset")) {
                link.append('&').append(encoded(each.getKey())).append('=').append(encoded(each.getValue()));
            }
        });
        return link.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
