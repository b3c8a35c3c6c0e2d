/**
 * What travels on Kafka: one {@link energy.sem.event.TelegramEvent} a telegram, its JSON, and the names of the topics.
 *
 * <p>Everything here is immutable. Numbers are integers whose name carries the unit; what a meter did not say is
 * {@code null} and left out of the JSON. Version 1 only gains fields: a reader ignores what it does not know.
 */
package energy.sem.event;
