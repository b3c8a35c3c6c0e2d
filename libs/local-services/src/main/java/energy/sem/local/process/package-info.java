/** What any process beside this JVM needs: a parent it does not outlive, a free port, a folder of its own. */
package energy.sem.local.process;
