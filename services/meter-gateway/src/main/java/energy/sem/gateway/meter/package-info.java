/** The meters: those of the environment, checked at the start, and those of the registry, which come and go while SEM runs. */
package energy.sem.gateway.meter;
