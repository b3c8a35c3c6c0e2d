/** Asks history, by the client made from its OpenAPI document, for what telegrams alone do not say. */
package energy.sem.bridge.history;
