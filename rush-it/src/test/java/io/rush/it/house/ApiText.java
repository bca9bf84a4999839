package io.rush.it.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** What a module is to others: what {@code jar --describe-module} says of its jar, and every exported type. */
final class ApiText {
    private static final String INDENTATION = "    ";

    private ApiText() {}

    /** Blocks that each begin with the name of what they describe. */
    static String of(RushModule module) {
        StringBuilder text = new StringBuilder();
        append(text, "module " + module.name(), descriptorOf(module));
        visible(module)
                .sorted(Comparator.comparing(Class::getCanonicalName))
                .forEach(type -> append(text, type.getCanonicalName(), new TypeText(type, isVisible(module)).lines()));
        return text.toString();
    }

    private static void append(StringBuilder text, String name, List<String> lines) {
        text.append(text.isEmpty() ? "" : "\n").append(name).append('\n');
        lines.forEach(line -> text.append(INDENTATION).append(line).append('\n'));
    }

    private static Stream<Class<?>> visible(RushModule module) {
        return module.exportedClasses().stream().filter(isVisible(module));
    }

    private static Predicate<Class<?>> isVisible(RushModule module) {
        Set<String> exports = module.exports();
        return type -> isVisible(type)
                && (exports.contains(type.getPackageName())
                        || !type.getPackageName().startsWith(module.name()));
    }

    private static boolean isVisible(Class<?> type) {
        Class<?> outer = type.getDeclaringClass();
        return !type.isSynthetic()
                && !type.isAnonymousClass()
                && !type.isLocalClass()
                && (type.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0
                && (outer == null || isVisible(outer));
    }

    /** What the tool prints, without version and place. */
    private static List<String> descriptorOf(RushModule module) {
        StringWriter output = new StringWriter();
        PrintWriter writer = new PrintWriter(output, true);
        int code = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(
                        writer,
                        writer,
                        "--describe-module",
                        "--file",
                        module.place().toString());
        assertThat(code).as(output.toString()).isZero();
        return output.toString()
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.replaceFirst(module.name() + "(@\\S+)? jar:\\S+", "")
                        .strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
