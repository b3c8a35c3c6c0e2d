/** What every service promises alike: a class of tests a promise, which a test of each service extends; and how long tests wait. */
package energy.sem.tests;
