package io.rush.core.codec;

import io.rush.api.error.SerializationException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What reflection knows of a record class, looked up once a class. */
record RecordShape(Class<?> type, List<RecordField> fields, Constructor<?> constructor) {
    private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return read(type);
        }
    };

    static RecordShape of(ValuePath path, Class<?> type) {
        try {
            return SHAPES.get(type);
        } catch (InaccessibleObjectException closed) {
            throw closed(path, type, closed);
        }
    }

    static SerializationException closed(ValuePath path, Class<?> type, Exception cause) {
        return path.refusal(
                "rush may not look into the record " + type.getName() + "; write `opens " + type.getPackageName()
                        + " to io.rush.core;` in the module-info of "
                        + type.getModule().getName(),
                cause);
    }

    Object create(ValuePath path, @Nullable Object[] arguments) {
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException thrown) {
            throw path.refusal(
                    "the constructor of " + type.getName() + " threw " + thrown.getCause(), thrown.getCause());
        } catch (InstantiationException | IllegalAccessException closed) {
            throw closed(path, type, closed);
        }
    }

    private static RecordShape read(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return new RecordShape(
                    type, Arrays.stream(components).map(RecordField::of).toList(), constructor);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException("record without canonical constructor: " + type.getName(), impossible);
        }
    }
}
