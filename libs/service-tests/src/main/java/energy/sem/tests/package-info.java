/** What every service promises alike: a class of tests a promise, which a test of each service extends. */
package energy.sem.tests;
