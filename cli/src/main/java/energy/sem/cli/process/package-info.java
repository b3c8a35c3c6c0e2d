/** Services as processes of this machine: their ports, their environment, their logs, their readiness. */
package energy.sem.cli.process;
