package energy.sem.base.door;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.VertxServiceProvider;

/**
 * Gives each connection to the HTTP server its {@link ConnectionWatch}. Vert.x, which finds this by {@code META-INF/services},
 * has no time limit for a header (its idle timeout begins anew with each byte) and no other place to put one.
 */
public final class WatchedConnections implements VertxServiceProvider {

    /**
     * The system tells of room for more once a third of its buffer is free, and lets that grow to megabytes: of a reader who is
     * slow but takes what comes, nothing would be seen for longer than anybody waits.
     */
    private static final int SEND_BUFFER_BYTES = 64 * 1024;

    @Override
    public void init(VertxBuilder builder) {
        builder.findTransport(new Watched());
    }

    private static final class Watched extends JDKTransport {
        @Override
        public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
            super.configure(options, domainSocket, bootstrap);
            // Of the relays, whose clients only listen, it has none; nothing else tells the HTTP server's options apart
            // here.
            if (options.getIdleTimeout() > 0) {
                bootstrap.childOption(ChannelOption.SO_SNDBUF, SEND_BUFFER_BYTES);
                bootstrap.handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel server) {
                        server.pipeline().addLast(new Accepted());
                    }
                });
            }
        }
    }

    /** Sees the connections before Vert.x does. */
    private static final class Accepted extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object connection) {
            ConnectionWatch.watch((Channel) connection);
            context.fireChannelRead(connection);
        }
    }
}
