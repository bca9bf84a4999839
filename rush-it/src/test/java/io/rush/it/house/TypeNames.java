package io.rush.it.house;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedTypeVariable;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Types as a signature writes them, with their type arguments and with {@code @Nullable}. */
final class TypeNames {
    private static final String LANGUAGE = "java.lang.";

    private TypeNames() {}

    static String of(AnnotatedType type) {
        if (type instanceof AnnotatedArrayType array) {
            String mark = mark(type);
            return of(array.getAnnotatedGenericComponentType()) + (mark.isEmpty() ? "" : " " + mark) + "[]";
        }
        return mark(type) + unmarked(type);
    }

    static String ofAll(AnnotatedType... types) {
        return Arrays.stream(types).map(TypeNames::of).collect(Collectors.joining(", "));
    }

    /** {@code <T extends Bound>}, or nothing. */
    static String ofVariables(TypeVariable<?>... variables) {
        return variables.length == 0
                ? ""
                : Arrays.stream(variables)
                        .map(variable -> variable.getName() + bounds(" extends ", variable.getAnnotatedBounds()))
                        .collect(Collectors.joining(", ", "<", ">"));
    }

    static String of(Class<?> type) {
        String name = type.getCanonicalName();
        boolean plain = name.startsWith(LANGUAGE) && name.indexOf('.', LANGUAGE.length()) < 0;
        return plain ? name.substring(LANGUAGE.length()) : name;
    }

    private static String unmarked(AnnotatedType type) {
        if (type instanceof AnnotatedParameterizedType generic) {
            Class<?> raw = (Class<?>) ((ParameterizedType) generic.getType()).getRawType();
            return of(raw) + "<" + ofAll(generic.getAnnotatedActualTypeArguments()) + ">";
        }
        if (type instanceof AnnotatedWildcardType wildcard) {
            AnnotatedType[] lower = wildcard.getAnnotatedLowerBounds();
            return lower.length > 0
                    ? "?" + bounds(" super ", lower)
                    : "?" + bounds(" extends ", wildcard.getAnnotatedUpperBounds());
        }
        Type plain = type.getType();
        return type instanceof AnnotatedTypeVariable ? plain.getTypeName() : of((Class<?>) plain);
    }

    private static String bounds(String word, AnnotatedType... bounds) {
        String joined = Stream.of(bounds)
                .map(TypeNames::of)
                .filter(bound -> !bound.equals("Object"))
                .collect(Collectors.joining(" & "));
        return joined.isEmpty() ? "" : word + joined;
    }

    private static String mark(AnnotatedType type) {
        return Arrays.stream(type.getAnnotations())
                .map(Annotation::annotationType)
                .map(Class::getSimpleName)
                .filter(name -> name.equals("Nullable"))
                .map(name -> "@" + name + " ")
                .collect(Collectors.joining());
    }
}
