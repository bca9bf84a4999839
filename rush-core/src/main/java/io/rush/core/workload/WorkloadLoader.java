package io.rush.core.workload;

import io.rush.api.WorkerLoop;
import io.rush.api.Workload;
import io.rush.api.error.ConfigurationException;
import io.rush.api.task.TaskFunction;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds and creates the task functions and loops that workers run, by name. Thread-safe.
 *
 * <p>A name is the binary name of a class, such as {@code com.example.Branin} or {@code com.example.Objectives$Branin}.
 * If the loader finds no such class, it is the simple name of a class that is provided as a service of type {@link
 * TaskFunction} or {@link WorkerLoop}. A class whose package is not exported is created through its service entry. No
 * class is initialised before it has passed every check.
 */
public final class WorkloadLoader {
    private final ClassLoader classLoader;

    public WorkloadLoader(ClassLoader classLoader) {
        this.classLoader = classLoader;
    }

    /** @throws ConfigurationException if there is no such function or it cannot be created; with the mend */
    TaskFunction function(String name) {
        return find(TaskFunction.class, name).get();
    }

    /** @throws ConfigurationException if there is no such loop or it cannot be created; with the mend */
    WorkerLoop loop(String name) {
        return find(WorkerLoop.class, name).get();
    }

    /**
     * Checks everything short of creating the function or loop.
     *
     * @throws ConfigurationException if it cannot be created; with the mend
     */
    public void validate(Workload workload) {
        if (workload instanceof Workload.NamedFunction function) {
            find(TaskFunction.class, function.name());
        } else if (workload instanceof Workload.NamedLoop loop) {
            find(WorkerLoop.class, loop.name());
        }
    }

    private <T> Supplier<T> find(Class<T> type, String name) {
        NamedClass.refuseLambda(name);
        Services<T> services = new Services<>(type, classLoader);
        Optional<Class<?>> found = load(name);
        return found.isEmpty() ? services.ofSimpleName(name) : new NamedClass<>(type, found.get()).recipe(services);
    }

    private Optional<Class<?>> load(String name) {
        try {
            return Optional.of(Class.forName(name, false, classLoader));
        } catch (ClassNotFoundException unknown) {
            return Optional.empty();
        } catch (LinkageError incomplete) {
            throw new ConfigurationException(
                    "the class " + name + " cannot be loaded: " + incomplete
                            + "; put everything it needs on the path of the workers",
                    incomplete);
        }
    }
}
