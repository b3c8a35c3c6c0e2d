/** What the bridge has of the meter-gateway: telegrams as they came. */
package energy.sem.bridge.gateway;
