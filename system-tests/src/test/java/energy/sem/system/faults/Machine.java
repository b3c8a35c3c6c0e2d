package energy.sem.system.faults;

import java.util.List;

import energy.sem.local.mariadb.LocalMariaDb;

/**
 * What one Pi of a cluster runs.
 *
 * @param wires by which others reach what is on it
 * @param database its node
 */
record Machine(String title, List<Running> parts, List<Wire> wires, LocalMariaDb database) {}
