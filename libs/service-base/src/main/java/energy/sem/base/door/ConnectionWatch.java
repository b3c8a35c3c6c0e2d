package energy.sem.base.door;

import java.time.Clock;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import org.jboss.logging.Logger;

import energy.sem.base.LogLimit;

/**
 * Watches one connection, so that nobody holds connections or memory by being slow: cuts it off when bytes have come and no
 * request's header is whole in time, and when of an answer that waits nothing at all is taken for as long. What is behind
 * the header is {@link TimeLimit}'s. Belongs to its connection's event loop.
 */
final class ConnectionWatch extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = Logger.getLogger(ConnectionWatch.class);
    private static final LogLimit LOG_LIMIT = new LogLimit(Clock.systemUTC());
    private static final AttributeKey<ConnectionWatch> KEY = AttributeKey.valueOf(ConnectionWatch.class, "watch");

    private final long limitMillis = TimeLimit.configuredMillis();
    private int answering;
    /** Whether bytes have come that are no whole header yet, and since when. */
    private boolean inHeader;

    private long inHeaderSinceNanos;
    /** Runs on when a header is whole, and looks at most once a limit: starting it for each request costs more than that. */
    private Future<?> header;

    private Future<?> taking;

    static void watch(Channel connection) {
        ConnectionWatch watch = new ConnectionWatch();
        connection.attr(KEY).set(watch);
        connection.pipeline().addFirst(watch);
    }

    /** A request's header is whole, and it is being answered. */
    static void answering(HttpConnection connection) {
        change(connection, 1);
    }

    /** A request has been answered or given up. */
    static void answered(HttpConnection connection) {
        change(connection, -1);
    }

    private static void change(HttpConnection connection, int by) {
        Channel channel = ((ConnectionBase) connection).channel();
        ConnectionWatch watch = channel.attr(KEY).get();
        if (watch != null) {
            if (channel.eventLoop().inEventLoop()) {
                watch.change(by);
            } else {
                channel.eventLoop().execute(() -> watch.change(by));
            }
        }
    }

    private void change(int by) {
        answering += by;
        inHeader = false;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (answering == 0 && !inHeader) {
            inHeader = true;
            inHeaderSinceNanos = System.nanoTime();
            if (header == null) {
                header = later(context, limitMillis, () -> lookAtHeader(context));
            }
        }
        context.fireChannelRead(bytes);
    }

    private void lookAtHeader(ChannelHandlerContext context) {
        header = null;
        if (inHeader) {
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - inHeaderSinceNanos);
            if (millis >= limitMillis) {
                cutOff(context, "a request's header came too slowly");
            } else {
                header = later(context, limitMillis - millis, () -> lookAtHeader(context));
            }
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        taking = cancelled(taking);
        if (!context.channel().isWritable()) {
            awaitTaking(context, Waiting.of(context.channel()));
        }
        context.fireChannelWritabilityChanged();
    }

    private void awaitTaking(ChannelHandlerContext context, Waiting before) {
        taking = later(context, limitMillis, () -> {
            Waiting now = Waiting.of(context.channel());
            if (now.equals(before)) {
                cutOff(context, "nothing of an answer was taken");
            } else {
                awaitTaking(context, now);
            }
        });
    }

    private Future<?> later(ChannelHandlerContext context, long millis, Runnable task) {
        return context.executor().schedule(task, millis, TimeUnit.MILLISECONDS);
    }

    private static void cutOff(ChannelHandlerContext context, String why) {
        LOG_LIMIT.warn(LOG, why, () -> why + " by " + context.channel().remoteAddress() + ", cut off");
        var unused = context.close();
    }

    private static Future<?> cancelled(Future<?> pending) {
        if (pending != null) {
            pending.cancel(false);
        }
        return null;
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        header = cancelled(header);
        taking = cancelled(taking);
        context.fireChannelInactive();
    }

    /**
     * What is to be written next, and how much of it has been: equal twice when nothing was taken in between, whatever was
     * added behind it.
     */
    private record Waiting(int next, long written) {
        static Waiting of(Channel channel) {
            ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
            return buffer == null
                    ? new Waiting(0, 0)
                    : new Waiting(System.identityHashCode(buffer.current()), buffer.currentProgress());
        }
    }
}
