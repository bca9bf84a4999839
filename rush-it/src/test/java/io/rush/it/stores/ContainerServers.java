package io.rush.it.stores;

import static org.junit.jupiter.api.Assumptions.abort;

import com.github.dockerjava.api.DockerClient;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.StoreConfig;
import io.rush.it.servers.Admin;
import io.rush.it.servers.Servers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/** One server in a container, on a port that stays the same when it starts again. */
final class ContainerServers implements Servers {
    private static final int REDIS_PORT = 6379;

    private final GenericContainer<?> container;
    private final int port;
    private final Admin admin;

    private ContainerServers(GenericContainer<?> container, int port) {
        this.container = container;
        this.port = port;
        this.admin = Admin.of(port);
    }

    /** Where there is no Docker the tests are aborted, and say so. */
    static ContainerServers start(String image, String program) {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            String reason = "no test runs on " + image + ": there is no Docker here";
            System.out.println(reason);
            abort(reason);
        }
        int port = freePort();
        GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(image));
        container.setCommand(program, "--save", "", "--protected-mode", "no");
        container.setPortBindings(List.of("127.0.0.1:" + port + ":" + REDIS_PORT));
        container.addExposedPort(REDIS_PORT);
        container.start();
        return new ContainerServers(container, port);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    @Override
    public StoreConfig.Builder config() {
        return StoreConfig.builder().server("127.0.0.1", port);
    }

    @Override
    public RedisReply send(RedisCommand command) {
        return admin.ask(command);
    }

    @Override
    public List<Admin> admins() {
        return List.of(admin);
    }

    @Override
    public void stop() {
        docker().killContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void start() {
        docker().startContainerCmd(container.getContainerId()).exec();
        admin.await("PING", reply -> reply.asText().equals("PONG"));
    }

    @Override
    public void freeze() {
        docker().pauseContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void thaw() {
        docker().unpauseContainerCmd(container.getContainerId()).exec();
    }

    private static DockerClient docker() {
        return DockerClientFactory.instance().client();
    }

    @Override
    public void close() {
        admin.close();
        container.stop();
    }
}
