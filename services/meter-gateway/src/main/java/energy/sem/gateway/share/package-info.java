/** Shares the meters that are read over the network among the gateways, by Kafka's own group protocol. */
package energy.sem.gateway.share;
