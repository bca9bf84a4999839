package io.rush.core.codec;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One component of a record: its name, its generic type and the way to read it. */
record RecordField(String name, Type type, boolean optional, Method accessor) {
    static RecordField of(RecordComponent component) {
        Method accessor = component.getAccessor();
        accessor.setAccessible(true);
        return new RecordField(
                component.getName(), component.getGenericType(), component.getType() == Optional.class, accessor);
    }

    @Nullable
    Object get(ValuePath path, Record values) {
        try {
            return accessor.invoke(values);
        } catch (InvocationTargetException thrown) {
            throw path.refusal(
                    "the accessor of component '" + name + "' threw " + thrown.getCause(), thrown.getCause());
        } catch (IllegalAccessException closed) {
            throw RecordShape.closed(path, values.getClass(), closed);
        }
    }
}
