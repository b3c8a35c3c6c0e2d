/** The peer of benchmarks of HTTP services: a Quarkus REST endpoint that does nothing. */
package energy.sem.benchmarks.empty;
