/**
 * HomeWizard's P1 meter, read by its local API: v1 by HTTP, and v2 by TLS with a token that it gives out when its button is
 * pressed. What its certificate is held against: docs/decisions/sources.md.
 */
package energy.sem.source.homewizard;
