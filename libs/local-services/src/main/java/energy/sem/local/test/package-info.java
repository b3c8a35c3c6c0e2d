/**
 * Kafka and MariaDB for tests: one of each for all test classes of a JVM, in Quarkus tests
 * ({@link energy.sem.local.test.SemTestServices}) and in plain ones ({@link energy.sem.local.test.TestServices}).
 */
package energy.sem.local.test;
