/** Telegrams that come by HTTP, in the three shapes that senders in the field have; each answers when they are safe. */
package energy.sem.gateway.push;
