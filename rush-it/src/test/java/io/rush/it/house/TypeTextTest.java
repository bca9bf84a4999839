package io.rush.it.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The text of a type has all that others may depend on, and nothing else. */
class TypeTextTest {
    public sealed interface Shape<T extends Comparable<? super T>> extends Runnable permits Circle, Hidden {
        T largest(List<? extends T> those, int... more) throws IOException;

        default <R> R map(Function<? super T, R> function) {
            throw new UnsupportedOperationException();
        }

        static void draw() {}
    }

    public record Circle(double radius, Map.Entry<String, int[]> label) implements Shape<String> {
        public static final String UNIT = "m";
        public static final Duration PATIENCE = Duration.ofSeconds(3);

        public Circle(double radius) {
            this(radius, Map.entry("", new int[0]));
        }

        @Override
        public String largest(List<? extends String> those, int... more) {
            return "";
        }

        @Override
        public void run() {}
    }

    static final class Hidden implements Shape<String> {
        @Override
        public String largest(List<? extends String> those, int... more) {
            return "";
        }

        @Override
        public void run() {}
    }

    abstract static class Base implements Supplier<Derived> {
        public final synchronized void inherited() {}

        void unseen() {}
    }

    public abstract static class Derived extends Base {
        protected int[][] numbers = {};
        private String secret = "";

        protected Derived() {}

        protected abstract String secret();

        final String leaked() {
            return secret;
        }
    }

    public enum Colour {
        RED,
        BLUE {
            @Override
            boolean warm() {
                return false;
            }
        };

        boolean warm() {
            return true;
        }
    }

    @Test
    void anInterface() {
        assertThat(linesOf(Shape.class))
                .containsExactly(
                        "public sealed interface <T extends Comparable<? super T>>",
                        "is a Runnable",
                        "permits io.rush.it.house.TypeTextTest.Circle",
                        "method public static void draw()",
                        "method public T largest(java.util.List<? extends T>, int...) throws java.io.IOException",
                        "method public default <R> R map(java.util.function.Function<? super T, R>)");
    }

    @Test
    void aRecord() {
        assertThat(linesOf(Circle.class))
                .containsExactly(
                        "public record",
                        "is a io.rush.it.house.TypeTextTest.Shape<String>",
                        "components (double radius, java.util.Map.Entry<String, int[]> label)",
                        "constructor public (double)",
                        "field public static final String UNIT = \"m\"",
                        "field public static final java.time.Duration PATIENCE = PT3S",
                        "method public String largest(java.util.List<? extends String>, int...)",
                        "method public void run()");
    }

    @Test
    void aClassHasWhatItInheritsFromOneThatNobodySees() {
        assertThat(linesOf(Derived.class))
                .containsExactly(
                        "public abstract static class",
                        "is a java.util.function.Supplier<io.rush.it.house.TypeTextTest.Derived>",
                        "constructor protected ()",
                        "field protected int[][] numbers",
                        "method public final void inherited()",
                        "method protected abstract String secret()");
    }

    @Test
    void anEnum() {
        assertThat(linesOf(Colour.class)).containsExactly("public enum", "constants RED, BLUE");
    }

    private static List<String> linesOf(Class<?> type) {
        return new TypeText(type, each -> Modifier.isPublic(each.getModifiers())).lines();
    }
}
