package io.rush.it.path;

import io.rush.it.support.JavaSources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A program of somebody who uses rush: a module of its own, compiled against the API alone. Arguments: network; server;
 * names of a store and of a loop.
 */
final class ConsumerProgram {
    private static final String DESCRIPTOR = """
            module com.example.consumer {
                requires io.rush.api;
                exports com.example.consumer;
            }
            """;
    private static final String FUNCTION = """
            package com.example.consumer;

            import io.rush.api.task.TaskContext;
            import io.rush.api.task.TaskFunction;
            import java.util.Map;

            public final class Square implements TaskFunction {
                @Override
                public Map<String, ?> evaluate(Map<String, Object> xs, TaskContext context) {
                    long x = (long) xs.get("x");
                    return Map.of("y", x * x);
                }
            }
            """;
    private static final String MAIN = """
            package com.example.consumer;

            import static io.rush.api.task.TaskField.YS;
            import static io.rush.api.task.TaskField.YS_EXTRA;

            import io.rush.api.Rush;
            import io.rush.api.RushConfig;
            import io.rush.api.WorkerKind;
            import io.rush.api.WorkerSpec;
            import io.rush.api.task.TaskTable;
            import java.util.Arrays;
            import java.util.List;
            import java.util.Map;

            public final class Main {
                public static void main(String[] arguments) {
                    RushConfig.Builder config = RushConfig.builder(arguments[0]);
                    if (arguments.length > 1) {
                        config.redisUrl(arguments[1]);
                    }
                    WorkerSpec workers = WorkerSpec.of(Square.class);
                    if (arguments.length > 2) {
                        config.storeName(arguments[2]);
                        workers = workers.loopName(arguments[3]);
                    }
                    try (Rush rush = Rush.connect(config.build())) {
                        for (WorkerKind kind : WorkerKind.values()) {
                            rush.workers().startLocal(workers.kind(kind));
                            List<String> keys = rush.tasks().push(List.of(Map.of("x", 3L), Map.of("x", 4L)));
                            System.out.println(kind + " " + rush.tasks().await(keys) + " "
                                    + Arrays.toString(rush.archive().fetchFinished(YS).longs("y")) + extras(rush));
                            rush.reset();
                        }
                    }
                    System.out.println("named module: " + Main.class.getModule().isNamed());
                }

                private static String extras(Rush rush) {
                    TaskTable extras = rush.archive().fetchFinished(YS_EXTRA);
                    return extras.columnNames().contains("loop") ? " " + extras.row(0).get("loop").orElseThrow() : "";
                }
            }
            """;

    private final Launch launch;

    private ConsumerProgram(Launch launch) {
        this.launch = launch;
    }

    static ConsumerProgram compile(Path directory) throws IOException {
        return new ConsumerProgram(Launch.with(JavaSources.none()
                .with("module-info.java", DESCRIPTOR)
                .with("Square.java", FUNCTION)
                .with("Main.java", MAIN)
                .compile(directory, Launch.LIBRARIES)));
    }

    /** The same with these jars on its path. */
    ConsumerProgram and(Path... jars) {
        return new ConsumerProgram(launch.and(jars));
    }

    /** The same without the jars of which some name matches. */
    ConsumerProgram without(String pattern) {
        return new ConsumerProgram(launch.without(pattern));
    }

    /** What it prints on the class path, line by line. */
    List<String> runOnClassPath(String... arguments) throws IOException, InterruptedException {
        return launch.onClassPath("com.example.consumer.Main", arguments);
    }

    /** What it prints on the module path, line by line. */
    List<String> runOnModulePath(String... arguments) throws IOException, InterruptedException {
        return launch.onModulePath("com.example.consumer/com.example.consumer.Main", arguments);
    }
}
