/**
 * One meter, told to programs in the house as others tell it: HomeWizard's local API v1 and DSMR-reader's API v2, both on a port
 * of their own, for reading only, and off unless {@code sem.local-api.homewizard} or {@code sem.local-api.dsmr-reader} names it. docs/local-apis.md says who asks what.
 */
package energy.sem.bridge.local;
