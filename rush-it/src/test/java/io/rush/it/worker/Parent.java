package io.rush.it.worker;

import io.rush.api.Rush;
import io.rush.api.RushConfig;
import io.rush.api.WorkerKind;
import io.rush.api.WorkerSpec;
import java.io.IOException;
import java.util.Map;

/** Main class of a JVM that starts one worker, says so, and stays until its standard input ends. */
public final class Parent {
    private Parent() {}

    /** Takes network id, URL of Redis, and the gate of {@link Gated}. */
    public static void main(String[] arguments) throws IOException {
        RushConfig config =
                RushConfig.builder(arguments[0]).redisUrl(arguments[1]).build();
        try (Rush rush = Rush.connect(config)) {
            Map<String, String> constants = Map.of("url", arguments[1], "gate", arguments[2]);
            rush.workers()
                    .startLocal(
                            WorkerSpec.of(Gated.class).kind(WorkerKind.PROCESS).constants(constants));
            System.out.println("started");
            while (System.in.read() >= 0) {
                // what is said does not matter
            }
        }
    }
}
