/** What a picture for the e-paper display costs, beside the JDK's own means on the same pixels. */
package energy.sem.benchmarks.display;
