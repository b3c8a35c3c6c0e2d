/**
 * What history reads from MariaDB, and how: meters, devices and month peaks through Hibernate, quarter hours and days
 * through JDBC, by seeking the rows that an answer rests on. Nothing here writes.
 */
package energy.sem.history.store;
