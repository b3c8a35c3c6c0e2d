/** Opens our pages in a real browser, for tests and for the pictures in docs/. */
package energy.sem.browser;
