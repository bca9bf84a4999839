package io.rush.core.handle;

import io.rush.api.Heartbeat;
import io.rush.api.RushConfig;
import io.rush.core.capture.CaptureScope;
import io.rush.core.large.LargeObjectSettings;
import io.rush.core.launch.NetworkAddress;
import io.rush.core.launch.WorkerConnector;
import io.rush.core.launch.WorkerNetwork;
import io.rush.core.launch.WorkerRegistry;
import io.rush.core.worker.Pulse;
import io.rush.core.worker.RedisWorkerRegistry;
import java.util.Optional;
import java.util.function.Consumer;

/** The network of a worker that has a process of its own. */
public final class ProcessNetwork implements WorkerNetwork {
    private final NetworkContext context;
    private final RedisWorkerRegistry registry;
    private volatile Optional<Pulse> pulse = Optional.empty();
    private volatile boolean remote;

    private ProcessNetwork(NetworkContext context) {
        this.context = context;
        this.registry = new RedisWorkerRegistry(context.network(), context.stored());
    }

    /** Connects without registering anything. */
    public static ProcessNetwork open(
            String networkId, NetworkAddress address, ClassLoader classLoader, Class<?> workerMain) {
        RushConfig.Builder config =
                RushConfig.builder(networkId).redisUrl(address.redisUrl()).classLoader(classLoader);
        address.storeName().ifPresent(config::storeName);
        address.largeObjects().ifPresent(large -> {
            large.directory().ifPresent(config::largeObjectDirectory);
            config.largeObjectLimitBytes(large.limitBytes());
        });
        address.outageTolerance().ifPresent(config::outageTolerance);
        return new ProcessNetwork(NetworkContext.open(config.build(), workerMain));
    }

    @Override
    public byte[] startArguments(String workerId) {
        return registry.startArguments(workerId);
    }

    @Override
    public void announceRemote(String workerId, Optional<Heartbeat> heartbeat) {
        remote = true;
        registry.announceRemote(workerId, heartbeat);
    }

    @Override
    public Optional<byte[]> awaitStart(String workerId) {
        return registry.awaitStart(workerId);
    }

    @Override
    public void beat(String workerId, Heartbeat heartbeat, Consumer<String> whenGone) {
        still();
        pulse = Optional.of(context.pulse(workerId, heartbeat, whenGone));
    }

    @Override
    public void still() {
        pulse.ifPresent(Pulse::close);
    }

    @Override
    public LargeObjectSettings largeObjects() {
        return context.large().settings();
    }

    /** The heartbeat goes with the process, and has begun before. */
    @Override
    public WorkerConnector connector() {
        return (id, arguments, whenGone) ->
                WorkerHandle.announced(context.borrowed(), id, arguments, pulse, remote, CaptureScope.JVM);
    }

    @Override
    public WorkerRegistry registry() {
        return registry;
    }

    @Override
    public void close() {
        still();
        context.connection().close();
    }
}
