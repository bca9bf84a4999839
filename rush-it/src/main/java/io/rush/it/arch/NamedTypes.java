package io.rush.it.arch;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The types that the signatures of a class name, also as type arguments, bounds and components of arrays. */
final class NamedTypes {
    private NamedTypes() {}

    /** By the class itself, for what it extends, and by its public and protected members. */
    static Map<String, Set<JavaClass>> of(JavaClass type) {
        Map<String, Set<JavaClass>> named = new TreeMap<>();
        named.put(type.getName(), raw(parents(type)));
        for (JavaField field : type.getFields()) {
            if (Visibility.isVisible(field.getModifiers())) {
                named.put(field.getFullName(), raw(Stream.of(field.getType())));
            }
        }
        for (JavaCodeUnit unit : type.getCodeUnits()) {
            if (Visibility.isVisible(unit.getModifiers())) {
                named.put(unit.getFullName(), raw(typesOf(unit)));
            }
        }
        return named;
    }

    private static Stream<JavaType> parents(JavaClass type) {
        return Stream.of(
                        type.getSuperclass().stream(), type.getInterfaces().stream(), type.getTypeParameters().stream())
                .flatMap(types -> types);
    }

    private static Stream<JavaType> typesOf(JavaCodeUnit unit) {
        return Stream.of(
                        unit.getTypeParameters().stream(),
                        unit.getParameterTypes().stream(),
                        Stream.of(unit.getReturnType()),
                        unit.getExceptionTypes().stream())
                .flatMap(types -> types);
    }

    private static Set<JavaClass> raw(Stream<JavaType> types) {
        return types.flatMap(type -> type.getAllInvolvedRawTypes().stream())
                .map(JavaClass::getBaseComponentType)
                .collect(Collectors.toSet());
    }
}
