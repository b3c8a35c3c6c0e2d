/**
 * What history answers, field by field as it is written in JSON and CSV.
 *
 * <p>Numbers are exact decimals with at most three places, made from integers at the last moment ({@link
 * energy.sem.history.answer.Decimal}); times carry an offset in the answer's zone. What is not known is {@code null} and
 * left out of the JSON, never zero. Version 1 of these shapes only gains fields.
 */
package energy.sem.history.answer;
