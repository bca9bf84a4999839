package io.rush.core.workload;

import io.rush.api.WorkerLoop;
import io.rush.api.error.ConfigurationException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.function.Supplier;

/** A class that a worker was told to create: says in words what keeps it from being created. */
final class NamedClass<T> {
    private static final String LAMBDA_MARK = "$$Lambda";

    private final Class<T> type;
    private final Class<?> found;

    NamedClass(Class<T> type, Class<?> found) {
        this.type = type;
        this.found = found;
    }

    /** @throws ConfigurationException if the name is that of a lambda, a method reference or another hidden class */
    static void refuseLambda(String name) {
        if (name.contains(LAMBDA_MARK) || name.indexOf('/') >= 0) {
            throw new ConfigurationException("a lambda cannot be created by name: " + name + "; lambdas only work with"
                    + " WorkerKind.THREAD, for other JVMs write a public class");
        }
    }

    /** How to create it; every check is done before this returns. */
    Supplier<T> recipe(Services<T> services) {
        refuseNameless();
        requireType();
        require(!Modifier.isAbstract(found.getModifiers()), "is abstract; name a class that can be created");
        require(Modifier.isPublic(found.getModifiers()), "is not public; declare it public");
        boolean inner = found.isMemberClass() && !Modifier.isStatic(found.getModifiers());
        require(!inner, "needs an instance of the class around it; declare it static");
        Constructor<? extends T> constructor = constructor();
        if (isAccessible()) {
            return () -> create(constructor);
        }
        Optional<Supplier<T>> service = services.ofClass(found);
        return service.orElseThrow(this::inaccessible);
    }

    private void refuseNameless() {
        if (found.isAnonymousClass() || found.isLocalClass()) {
            throw refusal(
                    "is declared within a method and cannot be created by name; lambdas and such classes only work"
                            + " with WorkerKind.THREAD and as an instance, for other JVMs write a public class");
        }
    }

    private void requireType() {
        if (!type.isAssignableFrom(found)) {
            boolean swapped = type != WorkerLoop.class && WorkerLoop.class.isAssignableFrom(found);
            String mend = swapped ? "start it with WorkerSpec.ofLoop" : "implement " + type.getName();
            throw refusal("is not a " + type.getSimpleName() + "; " + mend);
        }
    }

    private Constructor<? extends T> constructor() {
        try {
            return found.asSubclass(type).getConstructor();
        } catch (NoSuchMethodException missing) {
            throw new ConfigurationException(
                    text("has no public constructor without arguments; add one, values go into the constants"),
                    missing);
        } catch (LinkageError incomplete) {
            throw new ConfigurationException(
                    text("cannot be linked: " + incomplete + "; put everything it needs on the path of the workers"),
                    incomplete);
        }
    }

    private boolean isAccessible() {
        return found.getModule().isExported(found.getPackageName(), NamedClass.class.getModule());
    }

    private ConfigurationException inaccessible() {
        Module module = found.getModule();
        return refusal("is hidden in module " + module.getName() + "; write into its module-info 'exports "
                + found.getPackageName() + ";' or 'provides " + type.getName() + " with " + found.getCanonicalName()
                + ";'");
    }

    private T create(Constructor<? extends T> constructor) {
        try {
            return constructor.newInstance();
        } catch (InvocationTargetException thrown) {
            Throwable cause = thrown.getCause();
            throw new ConfigurationException(text("cannot be created, its constructor threw " + cause), cause);
        } catch (ExceptionInInitializerError thrown) {
            Throwable cause = thrown.getCause();
            throw new ConfigurationException(text("cannot be created, its static initialiser threw " + cause), cause);
        } catch (ReflectiveOperationException | LinkageError refused) {
            throw new ConfigurationException(text("cannot be created: " + refused), refused);
        }
    }

    private void require(boolean condition, String complaint) {
        if (!condition) {
            throw refusal(complaint);
        }
    }

    private ConfigurationException refusal(String complaint) {
        return new ConfigurationException(text(complaint));
    }

    private String text(String complaint) {
        return "the class " + found.getName() + " " + complaint;
    }
}
