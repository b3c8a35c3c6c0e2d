/**
 * One MariaDB server as a process of its own: where its program comes from, how its data folder begins, and the
 * database users with their passwords.
 */
package energy.sem.local.mariadb;
