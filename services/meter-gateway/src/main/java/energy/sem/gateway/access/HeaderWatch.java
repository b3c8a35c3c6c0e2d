package energy.sem.gateway.access;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

import energy.sem.base.LogLimit;

/**
 * Watches one connection: cuts it off when bytes have come and no request's header is whole in time, so that nobody holds
 * connections by sending a header a byte at a time. What is behind the header is {@link TimeLimit}'s. Belongs to its
 * connection's event loop.
 */
final class HeaderWatch extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = Logger.getLogger(HeaderWatch.class);
    private static final LogLimit LOG_LIMIT = new LogLimit(Clock.systemUTC());
    private static final AttributeKey<HeaderWatch> KEY = AttributeKey.valueOf(HeaderWatch.class, "watch");

    private final long limitMillis = limitMillis();
    private int answering;
    private Future<?> cutOff;

    static void watch(Channel connection) {
        HeaderWatch watch = new HeaderWatch();
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
        HeaderWatch watch = channel.attr(KEY).get();
        if (watch != null) {
            channel.eventLoop().execute(() -> watch.change(by));
        }
    }

    private void change(int by) {
        answering += by;
        rest();
    }

    private void rest() {
        if (cutOff != null) {
            cutOff.cancel(false);
            cutOff = null;
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (answering == 0 && cutOff == null) {
            cutOff = context.executor().schedule(() -> cutOff(context), limitMillis, TimeUnit.MILLISECONDS);
        }
        context.fireChannelRead(bytes);
    }

    private static void cutOff(ChannelHandlerContext context) {
        LOG_LIMIT.warn(
                LOG,
                "slow",
                () -> "a request's header of " + context.channel().remoteAddress() + " came too slowly, cut off");
        var unused = context.close();
    }

    // Not injected: connections are made by Vert.x, which knows no beans.
    private static long limitMillis() {
        Duration limit = ConfigProvider.getConfig()
                .getOptionalValue(TimeLimit.SETTING, Duration.class)
                .orElse(TimeLimit.DEFAULT);
        return Math.max(1, limit.toMillis());
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        rest();
        context.fireChannelInactive();
    }
}
