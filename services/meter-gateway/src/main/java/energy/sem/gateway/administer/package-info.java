/** The meters that are administered while the gateway runs: follows the registry, and changes it at the administrator's door. */
package energy.sem.gateway.administer;
