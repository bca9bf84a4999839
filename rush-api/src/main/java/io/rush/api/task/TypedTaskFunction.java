package io.rush.api.task;

import io.rush.api.error.ConfigurationException;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.Map;

/**
 * A {@link TaskFunction} with records for inputs and outputs. Implement it directly, naming the records:
 * {@code class Branin implements TypedTaskFunction<Point, Value>}.
 *
 * @param <I> the inputs, one component a name
 * @param <O> the outputs, one component a name
 */
public interface TypedTaskFunction<I extends Record, O extends Record> extends TaskFunction {
    /**
     * Computes the outputs of one task.
     *
     * @throws Exception to fail this task; the worker goes on
     */
    O evaluate(I xs, TaskContext context) throws Exception;

    /**
     * The record class of the inputs, read from the class declaration. Override it where the declaration does not name
     * it, as in lambdas and generic classes.
     *
     * @throws ConfigurationException if the class declaration does not name it
     */
    @SuppressWarnings("unchecked")
    default Class<I> inputType() {
        return Arrays.stream(getClass().getGenericInterfaces())
                .filter(ParameterizedType.class::isInstance)
                .map(ParameterizedType.class::cast)
                .filter(type -> type.getRawType() == TypedTaskFunction.class)
                .map(type -> type.getActualTypeArguments()[0])
                .filter(Class.class::isInstance)
                .map(type -> (Class<I>) type)
                .findFirst()
                .orElseThrow(() -> new ConfigurationException("the input record of "
                        + getClass().getName() + " is not named in its declaration; override inputType()"));
    }

    @Override
    default Map<String, ?> evaluate(Map<String, Object> xs, TaskContext context) throws Exception {
        return context.toMap(evaluate(context.toRecord(xs, inputType()), context));
    }
}
