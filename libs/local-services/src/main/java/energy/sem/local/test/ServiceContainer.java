package energy.sem.local.test;

import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;

import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

import energy.sem.local.LocalServiceException;
import energy.sem.local.process.FreePort;

/** A container that keeps its port on the host when it is stopped and started again. Its data are in the container. */
final class ServiceContainer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String name;
    private final GenericContainer<?> container;
    private final int port = FreePort.find();

    /**
     * A container that is not started yet.
     *
     * @param name what messages call it
     * @param innerPort the port that the service listens on inside
     */
    ServiceContainer(String name, String image, int innerPort) {
        this.name = name;
        Ports.Binding host = Ports.Binding.bindIpAndPort("127.0.0.1", port);
        container = new GenericContainer<>(DockerImageName.parse(image))
                .withExposedPorts(innerPort)
                .withCreateContainerCmdModifier(command -> {
                    HostConfig config = command.getHostConfig() == null ? new HostConfig() : command.getHostConfig();
                    command.withHostConfig(config.withPortBindings(new PortBinding(host, ExposedPort.tcp(innerPort))));
                })
                // Readiness is asked of the service itself, below.
                .waitingFor(new NoWait());
    }

    ServiceContainer with(Map<String, String> environment) {
        container.withEnv(environment);
        return this;
    }

    ServiceContainer withFile(String path, String content) {
        container.withCopyToContainer(Transferable.of(content, 0644), path);
        return this;
    }

    /** {@code host:port} as clients see it. */
    String address() {
        return "127.0.0.1:" + port;
    }

    void start(BooleanSupplier ready) {
        container.start();
        await(ready);
    }

    void stop() {
        if (container.isRunning()) {
            container
                    .getDockerClient()
                    .stopContainerCmd(container.getContainerId())
                    .exec();
        }
    }

    void freeze() {
        container
                .getDockerClient()
                .pauseContainerCmd(container.getContainerId())
                .exec();
    }

    void thaw() {
        container
                .getDockerClient()
                .unpauseContainerCmd(container.getContainerId())
                .exec();
    }

    void kill() {
        if (container.isRunning()) {
            container
                    .getDockerClient()
                    .killContainerCmd(container.getContainerId())
                    .exec();
        }
    }

    void restart(BooleanSupplier ready) {
        if (!container.isRunning()) {
            container
                    .getDockerClient()
                    .startContainerCmd(container.getContainerId())
                    .exec();
            await(ready);
        }
    }

    @Override
    public void close() {
        container.stop();
    }

    private void await(BooleanSupplier ready) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!ready.getAsBoolean()) {
            if (!container.isRunning() || System.nanoTime() > end) {
                throw new LocalServiceException(name + " in container image " + container.getDockerImageName()
                        + " was not ready: "
                        + container
                                .getLogs()
                                .lines()
                                .reduce((first, last) -> last)
                                .orElse("it wrote no log"));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalServiceException("interrupted while waiting for a container", e);
        }
    }

    private static final class NoWait extends AbstractWaitStrategy {

        @Override
        protected void waitUntilReady() {
            // Nothing to wait for here.
        }
    }
}
