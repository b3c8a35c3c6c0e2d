/** People who sign in at a provider of OpenID Connect: what their tokens open, and how a browser comes by one. */
package energy.sem.history.signin;
