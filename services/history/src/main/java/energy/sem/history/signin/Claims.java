package energy.sem.history.signin;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import energy.sem.base.Problem;
import energy.sem.base.ReadableMeters;

/**
 * What a token's claims open: roles {@code admin} and {@code reader} every meter, {@code household} those that another claim names.
 *
 * @param roles where the roles stand: a claim's name, or names with / between them for one within another
 * @param meters where the meters of a household stand, likewise
 */
record Claims(String roles, String meters) {
    private static final Set<String> FOR_ALL = Set.of("admin", "reader");
    private static final String FOR_SOME = "household";
    private static final Pattern METER = Pattern.compile("[a-z0-9]{1,32}");
    private static final Pattern BETWEEN_NAMES = Pattern.compile("[\\s,]+");

    /**
     * What these open.
     *
     * @param said the claims of a token whose signature was good
     * @throws Problem 403 when they name no role, or a household without a meter; its words repeat nothing of them
     */
    ReadableMeters opened(Map<String, Object> said) {
        Set<String> given = texts(said, roles).collect(Collectors.toSet());
        if (given.stream().anyMatch(FOR_ALL::contains)) {
            return ReadableMeters.ALL;
        }
        if (!given.contains(FOR_SOME)) {
            throw Problem.forbidden("You are signed in, and nothing is opened to you: your token's claim " + roles
                    + " has none of the roles admin, reader and household.");
        }
        Set<String> names = texts(said, meters)
                .filter(name -> METER.matcher(name).matches())
                .collect(Collectors.toSet());
        if (names.isEmpty()) {
            throw Problem.forbidden(
                    "You are signed in as a household, and no meter is opened to you: your token's claim " + meters
                            + " names none.");
        }
        return ReadableMeters.only(names);
    }

    /** The names of a claim: the texts of an array, or of one text between spaces or commas. Whatever else stands there names nothing. */
    private static Stream<String> texts(Map<String, Object> said, String claim) {
        Object value = at(said, claim);
        if (value instanceof String text) {
            return BETWEEN_NAMES.splitAsStream(text).filter(each -> !each.isEmpty());
        }
        return value instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .map(String::strip)
                : Stream.empty();
    }

    // The whole name first: some providers' claims are named as an address is, with slashes.
    private static Object at(Map<String, Object> said, String claim) {
        if (said.containsKey(claim)) {
            return said.get(claim);
        }
        Object here = said;
        for (String name : Arrays.asList(claim.split("/"))) {
            here = here instanceof Map<?, ?> within ? within.get(name) : null;
        }
        return here;
    }
}
