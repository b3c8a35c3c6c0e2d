/**
 * {@code ./sem}: the command line. {@code ./sem up} runs all of SEM as processes on this machine, with a simulated
 * household when there is no meter.
 *
 * <p>{@link energy.sem.cli.Sem} reads the command line, {@code up} starts and stops everything, {@code meter} says
 * which meters there are, {@code folder} keeps the data, {@code process} runs a service, {@code feed} brings the simulated
 * household to the gateway, and {@code household} is that household. {@code past} sends files of other systems, {@code announce} lets displays find it in the network;
 * {@code display} and {@code sensor} write the files by which devices do.
 */
package energy.sem.cli;
