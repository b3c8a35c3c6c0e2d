/** What is seen of each meter, and what it means in words. */
package energy.sem.gateway.health;
