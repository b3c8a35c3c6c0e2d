/**
 * A real Kafka broker and a real MariaDB on 127.0.0.1, as processes beside this JVM: for {@code ./sem up} and for tests.
 * Nothing has to be installed and no container engine is needed on Linux x86-64; elsewhere an installed
 * {@code mariadbd} serves. {@link energy.sem.local.LocalServices} starts both.
 */
package energy.sem.local;
