/** The addresses of history: what a request may say, and the answer's form (JSON or CSV, tags, errors). */
package energy.sem.history.api;
