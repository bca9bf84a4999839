package io.rush.core.worker;

import io.rush.api.ValueCodec;
import io.rush.api.WorkerScript;
import io.rush.api.WorkerSpec;
import io.rush.api.Workload;
import io.rush.api.error.ConfigurationException;
import io.rush.core.launch.RemoteScripts;
import io.rush.core.workload.StartArguments;
import java.util.List;

/**
 * Workers of other machines: the scripts that start them, and what they are told to run. Thread-safe.
 *
 * @param registry the network's book of workers
 * @param scripts writes scripts
 * @param codec for constants and globals
 */
public record RemoteWorkers(RedisWorkerRegistry registry, RemoteScripts scripts, ValueCodec codec) {
    String script(WorkerScript form) {
        return scripts.write(form);
    }

    /** Hands out what a specification says; returns ids of the workers that waited for it. */
    List<String> start(WorkerSpec spec) {
        boolean named =
                spec.workload() instanceof Workload.NamedFunction || spec.workload() instanceof Workload.NamedLoop;
        require(
                named && spec.loopProvider().isEmpty(),
                "an instance, a lambda or a loop provider cannot be handed to another machine; name a public class, and a"
                        + " loop by its name");
        require(
                spec.jvmOptions().isEmpty() && spec.environment().isEmpty(),
                "JVM options and environment of remote workers are set where their script is made or run;"
                        + " see WorkerScript.jvmOptions");
        StartArguments arguments = StartArguments.of(spec.supervised(false));
        return registry.startRemote(arguments.encode(codec), arguments.runs());
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new ConfigurationException(message);
        }
    }
}
