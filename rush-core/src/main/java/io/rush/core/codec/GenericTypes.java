package io.rush.core.codec;

import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;

/** Answers about the declared types of record components. */
final class GenericTypes {
    private GenericTypes() {}

    /** The class a value must have, primitives boxed. */
    static Class<?> boxed(Type type) {
        return MethodType.methodType(erased(type)).wrap().returnType();
    }

    static Class<?> erased(Type type) {
        if (type instanceof Class<?> plain) {
            return plain;
        } else if (type instanceof ParameterizedType generic) {
            return erased(generic.getRawType());
        } else if (type instanceof GenericArrayType array) {
            return Array.newInstance(erased(array.getGenericComponentType()), 0).getClass();
        } else if (type instanceof WildcardType wildcard) {
            return erased(wildcard.getUpperBounds()[0]);
        }
        return erased(((TypeVariable<?>) type).getBounds()[0]);
    }

    /** The n-th type argument, or Object where the type is raw. */
    static Type argument(Type type, int index) {
        if (type instanceof WildcardType wildcard) {
            return argument(wildcard.getUpperBounds()[0], index);
        }
        return type instanceof ParameterizedType generic ? generic.getActualTypeArguments()[index] : Object.class;
    }

    static Type elementOfArray(Type type) {
        return type instanceof GenericArrayType array
                ? array.getGenericComponentType()
                : erased(type).getComponentType();
    }
}
