package energy.sem.base.door;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.VertxServiceProvider;

/**
 * Gives each connection to the HTTP server its {@link ConnectionWatch}. Vert.x, which finds this by {@code META-INF/services},
 * has no time limit for a header (its idle timeout begins anew with each byte) and no other place to put one.
 */
public final class WatchedConnections implements VertxServiceProvider {

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
