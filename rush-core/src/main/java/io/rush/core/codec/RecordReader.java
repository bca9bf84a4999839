package io.rush.core.codec;

import io.rush.api.error.SerializationException;
import java.lang.reflect.Array;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes records of named values. For one walk of one thread. */
final class RecordReader {
    private final ValuePath path;

    RecordReader(ValuePath path) {
        this.path = path;
    }

    Object read(Map<?, ?> values, Class<?> type) {
        RecordShape shape = RecordShape.of(path, type);
        @Nullable Object[] arguments = new @Nullable Object[shape.fields().size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = component(values, shape.fields().get(i));
        }
        return shape.create(path, arguments);
    }

    private @Nullable Object component(Map<?, ?> values, RecordField field) {
        path.enter(field.name());
        Object value = values.get(field.name());
        if (value == null && !field.optional() && !values.containsKey(field.name())) {
            throw path.refusal("there is no value for component '" + field.name() + "'");
        }
        Object argument = convert(value, field.type());
        path.leave();
        return argument;
    }

    private @Nullable Object convert(@Nullable Object value, Type type) {
        Class<?> target = GenericTypes.erased(type);
        if (target == Optional.class) {
            return value == null
                    ? Optional.empty()
                    : Optional.ofNullable(convert(value, GenericTypes.argument(type, 0)));
        } else if (value != null) {
            return convertPresent(value, type, GenericTypes.boxed(type));
        } else if (target.isPrimitive()) {
            throw path.refusal("null does not fit a component of type " + target.getName());
        }
        return null;
    }

    private Object convertPresent(Object value, Type type, Class<?> target) {
        if (value instanceof Collection<?> elements) {
            return convertElements(elements, type, target);
        } else if (value instanceof Map<?, ?> members) {
            return convertMembers(members, type, target);
        } else if (target.isInstance(value)) {
            return value;
        }
        Object converted = convertScalar(value, target);
        if (converted == null) {
            throw misfit(value, target);
        }
        return converted;
    }

    private static @Nullable Object convertScalar(Object value, Class<?> target) {
        if (value instanceof Number number) {
            return NumberFit.convert(number, target);
        } else if (value instanceof String text && target.isEnum()) {
            return constant(text, target);
        } else if (value instanceof String text && target == Character.class) {
            return text.length() == 1 ? text.charAt(0) : null;
        }
        return null;
    }

    private static @Nullable Object constant(String name, Class<?> target) {
        for (Object constant : target.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        return null;
    }

    private Object convertElements(Collection<?> elements, Type type, Class<?> target) {
        if (target.isArray()) {
            return array(elements, GenericTypes.elementOfArray(type));
        }
        List<@Nullable Object> list = Collections.unmodifiableList(list(elements, GenericTypes.argument(type, 0)));
        if (target.isInstance(list)) {
            return list;
        }
        Object set = Collections.unmodifiableSet(new LinkedHashSet<>(list));
        if (target.isInstance(set)) {
            return set;
        }
        throw misfit(elements, target);
    }

    private List<@Nullable Object> list(Collection<?> elements, Type elementType) {
        List<@Nullable Object> converted = new ArrayList<>(elements.size());
        for (Object element : elements) {
            path.enter(converted.size());
            converted.add(convert(element, elementType));
            path.leave();
        }
        return converted;
    }

    private Object array(Collection<?> elements, Type elementType) {
        Object array = Array.newInstance(GenericTypes.erased(elementType), elements.size());
        int index = 0;
        for (Object converted : list(elements, elementType)) {
            Array.set(array, index++, converted);
        }
        return array;
    }

    private Object convertMembers(Map<?, ?> members, Type type, Class<?> target) {
        if (target.isRecord()) {
            return read(members, target);
        }
        Map<Object, @Nullable Object> converted = new LinkedHashMap<>();
        for (Map.Entry<?, ?> member : members.entrySet()) {
            path.enter(String.valueOf(member.getKey()));
            converted.put(member.getKey(), convert(member.getValue(), GenericTypes.argument(type, 1)));
            path.leave();
        }
        Object map = Collections.unmodifiableMap(converted);
        if (target.isInstance(map)) {
            return map;
        }
        throw misfit(members, target);
    }

    private SerializationException misfit(Object value, Class<?> target) {
        return path.refusal(ValueText.of(value) + " does not fit a component of type " + target.getName());
    }
}
