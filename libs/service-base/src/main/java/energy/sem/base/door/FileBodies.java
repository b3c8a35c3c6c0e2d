package energy.sem.base.door;

/**
 * Said by who takes files as bodies of requests: these need not be whole within {@code sem.http.time-limit}, as long as they come. A
 * service has one bean of it or none. Thread-safe.
 */
public interface FileBodies {

    /** Whether the body of a request to this path is a file. */
    boolean areAt(String path);
}
