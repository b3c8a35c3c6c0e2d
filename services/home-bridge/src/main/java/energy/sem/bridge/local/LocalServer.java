package energy.sem.bridge.local;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** The port of the local APIs. Answers what its routes know and reads no bodies. */
final class LocalServer implements AutoCloseable {
    private static final int SECONDS = 10;
    private static final int IDLE_SECONDS = 60;
    private static final int LARGEST_HEADER_BYTES = 8 * 1024;
    /** More than a home has programs that ask. */
    static final int MOST_CONNECTIONS = 64;

    private final HttpServer server;

    private LocalServer(HttpServer server) {
        this.server = server;
    }

    /**
     * Listens.
     *
     * @param port 0 for a free one
     * @throws IllegalStateException whose message says why it cannot
     */
    static LocalServer listen(Vertx vertx, String host, int port, Router router, LocalHosts hosts) {
        router.route().order(Integer.MIN_VALUE).handler(context -> check(context, hosts));
        router.errorHandler(404, context -> LocalAnswer.error(context, 404, "There is nothing of that name here"));
        router.errorHandler(405, context -> LocalAnswer.error(context, 405, "This is not asked for in that way"));
        router.errorHandler(
                500, context -> LocalAnswer.error(context, 500, "A fault of SEM, see the log of home-bridge"));
        HttpServerOptions options = new HttpServerOptions()
                .setIdleTimeout(IDLE_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setMaxHeaderSize(LARGEST_HEADER_BYTES)
                .setHttp2ClearTextEnabled(false);
        AtomicInteger connections = new AtomicInteger();
        HttpServer server = vertx.createHttpServer(options)
                .connectionHandler(connection -> count(connection, connections))
                .requestHandler(router);
        try {
            server.listen(port, host).toCompletionStage().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
            return new LocalServer(server);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while starting", e);
        } catch (ExecutionException | TimeoutException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IllegalStateException(
                    "the local APIs cannot listen on " + host + ":" + port + " (" + cause.getMessage()
                            + "): give another by SEM_LOCAL_API_PORT",
                    e);
        }
    }

    private static void count(HttpConnection connection, AtomicInteger connections) {
        connection.closeHandler(closed -> connections.decrementAndGet());
        if (connections.incrementAndGet() > MOST_CONNECTIONS) {
            var unused = connection.close();
        }
    }

    private static void check(RoutingContext context, LocalHosts hosts) {
        HostAndPort asked = context.request().authority();
        if (asked == null || hosts.isOurs(asked.host())) {
            context.next();
        } else {
            LocalAnswer.error(
                    context,
                    421,
                    "This is asked for by a name that is not this machine's own: name it in SEM_HTTP_HOSTS");
        }
    }

    /** Where it listens. */
    int port() {
        return server.actualPort();
    }

    @Override
    public void close() {
        try {
            server.close().toCompletionStage().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // The process ends, and the port with it.
            return;
        }
    }
}
