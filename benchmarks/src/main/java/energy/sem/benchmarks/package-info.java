/** Measurements, each beside the limit or the peer that it is compared with, in one run on one machine. */
package energy.sem.benchmarks;
