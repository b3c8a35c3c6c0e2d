/** What is administered while SEM runs, as the registry on Kafka says it: followed once, for all who need it. */
package energy.sem.history.registry;
