package io.rush.core.launch;

import io.rush.api.LoopContext;
import io.rush.api.LoopProvider;
import io.rush.api.RushWorker;
import io.rush.api.WorkerLoop;
import io.rush.api.error.ConfigurationException;
import io.rush.core.codec.JsonValues;
import io.rush.core.large.LargeObjectSettings;
import io.rush.core.workload.StartArguments;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.function.Function;

/** What tests of workers are made from. */
final class Fixtures {
    static final LargeObjectSettings NOTHING_LARGE =
            new LargeObjectSettings(Optional.empty(), LargeObjectSettings.DEFAULT_LIMIT);

    private Fixtures() {}

    /** Workers in JVMs with a main class of the test's. */
    static LocalWorkers processes(WorkerRegistry registry, Class<?> mainClass) {
        return workers(registry, mainClass, name -> new NamedLoop("inprocess"));
    }

    /** Workers in threads, with handles that only tell the registry of their departure. */
    static LocalWorkers threads(WorkerRegistry registry, Function<String, LoopProvider> loops) {
        return workers(registry, CrashingWorker.class, loops);
    }

    private static LocalWorkers workers(
            WorkerRegistry registry, Class<?> mainClass, Function<String, LoopProvider> loops) {
        JsonValues codec = new JsonValues();
        Optional<NetworkAddress> address =
                Optional.of(new NetworkAddress("redis://user:secret@127.0.0.1:1", Optional.empty()));
        return new LocalWorkers(
                registry,
                codec,
                new ThreadLauncher(connector(registry), codec, loops, Fixtures.class.getClassLoader(), NOTHING_LARGE),
                new ProcessLauncher("net", address, mainClass, loops, codec));
    }

    static WorkerConnector connector(WorkerRegistry registry) {
        return (id, arguments, whenGone) -> handle(registry, id, arguments);
    }

    /** A handle that knows its id, constants and globals and how to leave; everything else fails. */
    private static RushWorker handle(WorkerRegistry registry, String id, StartArguments arguments) {
        return (RushWorker) Proxy.newProxyInstance(
                Fixtures.class.getClassLoader(), new Class<?>[] {RushWorker.class}, (proxy, method, values) -> {
                    return switch (method.getName()) {
                        case "workerId" -> id;
                        case "constants" -> arguments.constants();
                        case "globals" -> arguments.globals();
                        case "terminate", "close" -> {
                            registry.depart(id, io.rush.api.WorkerState.TERMINATED, method.getName());
                            yield null;
                        }
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
    }

    /** Knows one loop alone. */
    static Function<String, LoopProvider> only(LoopProvider provider) {
        return name -> {
            if (!name.equals(provider.name())) {
                throw new ConfigurationException("no loop is named " + name);
            }
            return provider;
        };
    }

    /** A loop that ends at once. */
    record NamedLoop(String name) implements LoopProvider {
        @Override
        public WorkerLoop create(LoopContext context) {
            return worker -> {};
        }
    }
}
