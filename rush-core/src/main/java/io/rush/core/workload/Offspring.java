package io.rush.core.workload;

import io.rush.api.ChildJvm;
import io.rush.core.large.LargeObjectSettings;
import java.util.List;

/**
 * What a worker passes on to JVMs that its loop starts.
 *
 * @param largeObjects where values lie that are too large for Redis
 * @param jvms makes their commands
 */
public record Offspring(LargeObjectSettings largeObjects, ChildJvms jvms) {
    /** Makes the commands of JVMs that see the classes of this one. */
    @FunctionalInterface
    public interface ChildJvms {
        /** See {@link io.rush.api.LoopContext#childJvm}. */
        ChildJvm of(Class<?> mainClass, List<String> jvmOptions, List<String> arguments);
    }
}
