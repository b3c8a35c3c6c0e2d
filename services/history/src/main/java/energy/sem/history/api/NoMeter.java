package energy.sem.history.api;

import energy.sem.base.Problem;

/** The answer to who asks for a meter that is not there. */
final class NoMeter {

    /** 404. */
    static Problem named(String name) {
        String shown = name.length() > 40 ? name.substring(0, 40) + "…" : name;
        return Problem.notFound("There is no meter \"" + shown + "\" yet: GET /api/v1/meters lists those there are;"
                + " a new one appears with its first telegram.");
    }

    private NoMeter() {}
}
