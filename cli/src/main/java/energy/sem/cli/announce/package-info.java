/**
 * Announces display-feed in the local network by multicast DNS (RFC 6762, RFC 6763), so that a display finds it without
 * being told an address.
 */
package energy.sem.cli.announce;
