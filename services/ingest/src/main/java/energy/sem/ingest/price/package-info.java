/**
 * Day-ahead prices: asked for once in a system when they are due, published on {@code sem.prices}, and stored from there. Off unless
 * {@code sem.prices.areas} names an area. Why it is here and not elsewhere: docs/decisions/prices.md.
 */
package energy.sem.ingest.price;
