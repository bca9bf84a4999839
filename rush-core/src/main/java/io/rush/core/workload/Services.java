package io.rush.core.workload;

import io.rush.api.error.ConfigurationException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/** The task functions or loops that are provided as services. Providers that cannot be loaded are passed over. */
final class Services<T> {
    private final Class<T> type;
    private final ClassLoader classLoader;

    Services(Class<T> type, ClassLoader classLoader) {
        this.type = type;
        this.classLoader = classLoader;
    }

    /** How to create the service of exactly that class, where there is one. */
    Optional<Supplier<T>> ofClass(Class<?> provider) {
        return list(new ArrayList<>()).stream()
                .filter(service -> service.type() == provider)
                .findFirst()
                .map(Services::recipe);
    }

    /** How to create the only service whose class has that simple name. */
    Supplier<T> ofSimpleName(String name) {
        List<Throwable> broken = new ArrayList<>();
        List<ServiceLoader.Provider<T>> fitting = list(broken).stream()
                .filter(service -> service.type().getSimpleName().equals(name))
                .toList();
        if (fitting.size() == 1) {
            return recipe(fitting.get(0));
        }
        ConfigurationException failure =
                new ConfigurationException(fitting.isEmpty() ? unknown(name) : ambiguous(name, fitting));
        broken.forEach(failure::addSuppressed);
        throw failure;
    }

    private String unknown(String name) {
        return "no class and no service of type " + type.getSimpleName() + " is named '" + name
                + "' on the worker's path; give the full name, as in com.example.Branin or com.example.Outer$Branin for a"
                + " nested class, and put its jar on the path of the workers";
    }

    private String ambiguous(String name, List<ServiceLoader.Provider<T>> fitting) {
        List<String> names =
                fitting.stream().map(service -> service.type().getName()).toList();
        return "several services of type " + type.getSimpleName() + " are named '" + name + "': "
                + String.join(", ", names) + "; give the full name of one";
    }

    private List<ServiceLoader.Provider<T>> list(List<Throwable> broken) {
        List<ServiceLoader.Provider<T>> services = new ArrayList<>();
        Iterator<ServiceLoader.Provider<T>> remaining =
                ServiceLoader.load(type, classLoader).stream().iterator();
        while (addNext(remaining, services, broken)) {}
        return services;
    }

    private static <T> boolean addNext(
            Iterator<ServiceLoader.Provider<T>> remaining,
            List<ServiceLoader.Provider<T>> services,
            List<Throwable> broken) {
        try {
            if (!remaining.hasNext()) {
                return false;
            }
            services.add(remaining.next());
        } catch (ServiceConfigurationError | LinkageError failure) {
            broken.add(failure);
        }
        return true;
    }

    private static <T> Supplier<T> recipe(ServiceLoader.Provider<T> service) {
        return () -> {
            try {
                return service.get();
            } catch (ServiceConfigurationError | LinkageError failure) {
                throw new ConfigurationException(
                        "the service " + service.type().getName() + " cannot be created: " + failure.getMessage(),
                        failure);
            }
        };
    }
}
