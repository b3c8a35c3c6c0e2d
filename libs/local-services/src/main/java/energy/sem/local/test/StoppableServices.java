package energy.sem.local.test;

/** One of the ways to run the services: its owner ends it with the JVM. */
interface StoppableServices extends TestServices, AutoCloseable {

    /** Ends both at once; nobody needs the data any more. */
    @Override
    void close();
}
