/** The queries of infra/grafana on a real MariaDB with data. */
package energy.sem.grafana;
