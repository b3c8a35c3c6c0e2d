/**
 * The meters and readers that are administered while SEM runs: what an entry says, how it lies on the topic {@code sem.registry},
 * who follows it and how one writer at a time changes it.
 */
package energy.sem.registry;
