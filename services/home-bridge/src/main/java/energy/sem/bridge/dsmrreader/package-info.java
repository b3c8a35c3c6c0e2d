/**
 * DSMR-reader's topics for one meter, so that what was made for it goes on: its split topics under {@code dsmr/}, with its
 * names, units and three decimals. Which of them SEM sends stands in docs/home-assistant.md.
 */
package energy.sem.bridge.dsmrreader;
