package io.rush.core.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.RushWorker;
import io.rush.api.WorkerLoop;
import io.rush.api.Workload;
import io.rush.api.error.ConfigurationException;
import io.rush.api.task.TaskContext;
import io.rush.api.task.TaskFunction;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class WorkloadLoaderTest {
    private final WorkloadLoader loader = new WorkloadLoader(WorkloadLoaderTest.class.getClassLoader());

    @Test
    void aPublicClassIsCreated() {
        assertThat(loader.function(Good.class.getName())).isInstanceOf(Good.class);
        assertThat(loader.loop(GoodLoop.class.getName())).isInstanceOf(GoodLoop.class);
    }

    @Test
    void validationDoesNotInitialiseTheClass() {
        assertThatCode(() -> validate(Uninitialisable.class)).doesNotThrowAnyException();
    }

    @Test
    void anUnknownNameIsRefused() {
        assertRefused("com.example.Missing", "no class and no service of type TaskFunction", "'com.example.Missing'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[I", "", "int", "com.example", "..", "a b"})
    void whatNamesNoClassIsRefused(String name) {
        assertThatThrownBy(() -> loader.validate(new Workload.NamedFunction(name)))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void aClassOfAnotherTypeIsRefused() {
        assertRefused("java.lang.String", "is not a TaskFunction", "implement io.rush.api.task.TaskFunction");
    }

    @Test
    void aLoopInPlaceOfAFunctionIsToldApart() {
        assertRefused(GoodLoop.class.getName(), "is not a TaskFunction", "WorkerSpec.ofLoop");
    }

    @Test
    void aClassThatIsNotPublicIsRefused() {
        assertRefused(NotPublic.class.getName(), "is not public", "declare it public");
    }

    @Test
    void anAbstractClassIsRefused() {
        assertRefused(Abstract.class.getName(), "is abstract");
    }

    @Test
    void anInnerClassIsRefused() {
        assertRefused(Inner.class.getName(), "needs an instance of the class around it", "declare it static");
    }

    @Test
    void aClassWithoutAFittingConstructorIsRefused() {
        assertRefused(WithArgument.class.getName(), "no public constructor without arguments", "constants");
    }

    @Test
    void anAnonymousClassIsRefused() {
        TaskFunction anonymous = new TaskFunction() {
            @Override
            public Map<String, ?> evaluate(Map<String, Object> xs, TaskContext context) {
                return xs;
            }
        };

        assertRefused(anonymous.getClass().getName(), "within a method", "WorkerKind.THREAD", "public class");
    }

    @Test
    void aLambdaIsRefused() {
        TaskFunction lambda = (xs, context) -> xs;

        assertRefused(lambda.getClass().getName(), "lambdas only work with WorkerKind.THREAD", "public class");
    }

    @Test
    void whatAConstructorThrowsIsKept() {
        assertThatThrownBy(() -> loader.function(Throwing.class.getName()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("its constructor threw java.lang.IllegalStateException: no licence")
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatAStaticInitialiserThrowsIsKept() {
        assertThatThrownBy(() -> loader.function(UninitialisableToo.class.getName()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("its static initialiser threw java.lang.IllegalStateException: no data")
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    private void validate(Class<?> function) {
        loader.validate(new Workload.NamedFunction(function.getName()));
    }

    private void assertRefused(String name, String... words) {
        assertThatThrownBy(() -> loader.validate(new Workload.NamedFunction(name)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll(words);
    }

    public static class Good implements TaskFunction {
        @Override
        public Map<String, ?> evaluate(Map<String, Object> xs, TaskContext context) {
            return xs;
        }
    }

    public static final class GoodLoop implements WorkerLoop {
        @Override
        public void run(RushWorker worker) {}
    }

    static final class NotPublic extends Good {}

    public abstract static class Abstract extends Good {}

    @SuppressWarnings("ClassCanBeStatic")
    public final class Inner extends Good {}

    public static final class WithArgument extends Good {
        public WithArgument(int ignored) {
            assertThat(ignored).isZero();
        }
    }

    public static final class Throwing extends Good {
        public Throwing() {
            throw new IllegalStateException("no licence");
        }
    }

    public static final class Uninitialisable extends Good {
        static final Object DATA = fail();
    }

    public static final class UninitialisableToo extends Good {
        static final Object DATA = fail();
    }

    private static Object fail() {
        throw new IllegalStateException("no data");
    }
}
