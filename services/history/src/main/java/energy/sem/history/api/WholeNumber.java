package energy.sem.history.api;

import energy.sem.base.Problem;

/** A whole number of a query. */
final class WholeNumber {
    private WholeNumber() {}

    /**
     * The number that a parameter says.
     *
     * @throws Problem 400 for what is no number from 1 to the most
     */
    static int upTo(int most, String parameter, String text) {
        String digits = text.strip();
        int number = digits.matches("\\d{1,5}") ? Integer.parseInt(digits) : 0;
        if (number < 1 || number > most) {
            throw Problem.badRequest(parameter + "=" + text + " is not a number from 1 to " + most + ".");
        }
        return number;
    }
}
