package io.rush.it.house;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

/** What others see of a type's members, but for what every object, record or enum has. */
record MemberText(Class<?> type) {
    private static final int NO_PROMISE = Modifier.SYNCHRONIZED | Modifier.NATIVE | Modifier.STRICT;
    private static final Set<String> OF_EVERY_OBJECT = Set.of("equals(Object)", "hashCode()", "toString()");
    private static final Set<String> OF_EVERY_ENUM = Set.of("values()", "valueOf(String)");

    Stream<String> lines() {
        Stream<String> fields = Arrays.stream(type.getDeclaredFields())
                .filter(field -> isVisible(field) && !field.isEnumConstant())
                .map(MemberText::of);
        Stream<String> constructors = Arrays.stream(type.getDeclaredConstructors())
                .filter(constructor -> isVisible(constructor) && !isCanonical(constructor))
                .map(MemberText::of);
        Stream<String> methods = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> isVisible(method) && !isImplied(method))
                .map(MemberText::of);
        return Stream.of(fields, constructors, methods).flatMap(lines -> lines);
    }

    private static boolean isVisible(Member member) {
        return !member.isSynthetic() && (member.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0;
    }

    private boolean isCanonical(Constructor<?> constructor) {
        return type.isRecord()
                && Arrays.equals(
                        constructor.getParameterTypes(),
                        Arrays.stream(type.getRecordComponents())
                                .map(RecordComponent::getType)
                                .toArray());
    }

    private boolean isImplied(Method method) {
        String signature = method.getName() + "(" + TypeNames.ofAll(method.getAnnotatedParameterTypes()) + ")";
        return OF_EVERY_OBJECT.contains(signature)
                || (type.isEnum() && OF_EVERY_ENUM.contains(signature))
                || (type.isRecord() && isAccessor(signature));
    }

    private boolean isAccessor(String signature) {
        return Arrays.stream(type.getRecordComponents())
                .anyMatch(component -> signature.equals(component.getName() + "()"));
    }

    private static String of(Field field) {
        return "field " + Modifier.toString(field.getModifiers() & ~(Modifier.TRANSIENT | Modifier.VOLATILE)) + " "
                + TypeNames.of(field.getAnnotatedType()) + " " + field.getName() + value(field);
    }

    private static String value(Field field) {
        boolean constant = Modifier.isStatic(field.getModifiers()) && Modifier.isFinal(field.getModifiers());
        boolean plain =
                field.getType().isPrimitive() || field.getType() == String.class || field.getType() == Duration.class;
        if (!constant || !plain || !Modifier.isPublic(field.getModifiers())) {
            return "";
        }
        try {
            Object value = field.get(null);
            return " = " + (value instanceof String ? '"' + value.toString() + '"' : value);
        } catch (IllegalAccessException inaccessible) {
            throw new IllegalStateException(inaccessible);
        }
    }

    private static String of(Constructor<?> constructor) {
        return "constructor " + modifiers(constructor) + variables(constructor) + parameters(constructor);
    }

    private static String of(Method method) {
        return "method " + modifiers(method) + (method.isDefault() ? "default " : "") + variables(method)
                + TypeNames.of(method.getAnnotatedReturnType()) + " " + method.getName() + parameters(method);
    }

    private static String modifiers(Executable executable) {
        int shown = executable.getModifiers() & ~NO_PROMISE & ~Modifier.TRANSIENT & ~Modifier.VOLATILE;
        boolean ofInterface = executable.getDeclaringClass().isInterface();
        return Modifier.toString(ofInterface ? shown & ~Modifier.ABSTRACT : shown) + " ";
    }

    private static String variables(Executable executable) {
        String variables = TypeNames.ofVariables(executable.getTypeParameters());
        return variables.isEmpty() ? "" : variables + " ";
    }

    private static String parameters(Executable executable) {
        String parameters = TypeNames.ofAll(executable.getAnnotatedParameterTypes());
        if (executable.isVarArgs()) {
            parameters = parameters.substring(0, parameters.length() - 2) + "...";
        }
        String thrown = TypeNames.ofAll(executable.getAnnotatedExceptionTypes());
        return "(" + parameters + ")" + (thrown.isEmpty() ? "" : " throws " + thrown);
    }
}
