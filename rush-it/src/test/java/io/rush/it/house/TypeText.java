package io.rush.it.house;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What others see of a type, one fact a line, in an order that depends on nothing but the type.
 *
 * @param visible which types others see; what a type inherits from one that they do not see counts as its own
 */
record TypeText(Class<?> type, Predicate<Class<?>> visible) {
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add((modifiers() + " " + kind() + " " + TypeNames.ofVariables(type.getTypeParameters())).strip());
        parents(type).map(TypeNames::of).sorted().map(name -> "is a " + name).forEach(lines::add);
        permitted().sorted().map(name -> "permits " + name).forEach(lines::add);
        components().forEach(lines::add);
        constants().forEach(lines::add);
        hiddenParents(type)
                .flatMap(parent -> new MemberText(parent).lines())
                .distinct()
                .sorted(Comparator.comparing(TypeText::kindAndName).thenComparing(Function.identity()))
                .forEach(lines::add);
        return lines;
    }

    /** Overloads stand together: of {@code method public String name(int)} this is {@code method name(int)}. */
    private static String kindAndName(String line) {
        return line.replaceFirst("^(\\w+) .*?(\\S*\\(.*)", "$1 $2");
    }

    private String modifiers() {
        int shown = type.getModifiers() & ~(Modifier.INTERFACE | Modifier.STRICT);
        int implied = type.isInterface() ? Modifier.ABSTRACT | Modifier.STATIC : 0;
        if (type.isEnum() || type.isRecord()) {
            implied = Modifier.FINAL | Modifier.STATIC | Modifier.ABSTRACT;
        }
        String sealed = type.isSealed() && !type.isEnum() ? " sealed" : "";
        return Modifier.toString(shown & ~implied) + sealed;
    }

    private String kind() {
        if (type.isAnnotation()) {
            return "annotation";
        }
        if (type.isInterface()) {
            return "interface";
        }
        if (type.isEnum()) {
            return "enum";
        }
        return type.isRecord() ? "record" : "class";
    }

    /** Those that others see; of the others their own parents. */
    private Stream<AnnotatedType> parents(Class<?> child) {
        return Stream.concat(
                        Stream.ofNullable(child.getAnnotatedSuperclass()), Stream.of(child.getAnnotatedInterfaces()))
                .filter(parent -> raw(parent) != Object.class)
                .filter(parent -> raw(parent) != Record.class && raw(parent) != Enum.class)
                .flatMap(parent -> visible.test(raw(parent)) ? Stream.of(parent) : parents(raw(parent)));
    }

    private Stream<Class<?>> hiddenParents(Class<?> child) {
        Stream<Class<?>> above = Stream.concat(
                        Stream.ofNullable(child.getSuperclass()), Stream.of(child.getInterfaces()))
                .filter(parent -> !visible.test(parent))
                .flatMap(this::hiddenParents);
        return Stream.concat(Stream.of(child), above);
    }

    private static Class<?> raw(AnnotatedType type) {
        return type.getType() instanceof Class<?> plain
                ? plain
                : (Class<?>) ((ParameterizedType) type.getType()).getRawType();
    }

    private Stream<String> permitted() {
        return type.isSealed() && !type.isEnum()
                ? Arrays.stream(type.getPermittedSubclasses()).filter(visible).map(TypeNames::of)
                : Stream.empty();
    }

    private Stream<String> components() {
        return type.isRecord()
                ? Stream.of("components ("
                        + Arrays.stream(type.getRecordComponents())
                                .map(TypeText::component)
                                .collect(joining(", ")) + ")")
                : Stream.empty();
    }

    private static String component(RecordComponent component) {
        return TypeNames.of(component.getAnnotatedType()) + " " + component.getName();
    }

    private Stream<String> constants() {
        return type.isEnum()
                ? Stream.of(Arrays.stream(type.getFields())
                        .filter(field -> field.isEnumConstant())
                        .map(field -> field.getName())
                        .collect(joining(", ", "constants ", "")))
                : Stream.empty();
    }
}
