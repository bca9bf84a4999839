package io.rush.core.task;

import io.rush.api.task.TaskField;
import io.rush.api.task.TaskResult;
import io.rush.core.codec.Conditions;
import io.rush.core.large.StoredValues;

/** A result as it is handed in: the field that it writes and what stands along with it. */
@SuppressWarnings("ArrayRecordComponent")
record EncodedResult(String key, String field, byte[] value, byte[] extra) {
    private static final byte[] NONE = {};

    /** @throws io.rush.api.error.SerializationException if an output is outside the value model */
    static EncodedResult of(TaskResult result, StoredValues values) {
        if (result instanceof TaskResult.Failed failed) {
            byte[] condition = Conditions.encode(failed.condition());
            return new EncodedResult(failed.key(), HashField.nameOf(TaskField.CONDITION), condition, NONE);
        }
        TaskResult.Finished finished = (TaskResult.Finished) result;
        byte[] outputs = values.encodeNamed("ys", finished.ys());
        byte[] extra = finished.extra().isEmpty() ? NONE : values.encodeNamed("ys_extra", finished.extra());
        return new EncodedResult(finished.key(), HashField.nameOf(TaskField.YS), outputs, extra);
    }
}
