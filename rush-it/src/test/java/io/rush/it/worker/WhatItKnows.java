package io.rush.it.worker;

import io.rush.api.task.TaskContext;
import io.rush.api.task.TaskFunction;
import java.util.Map;

/** Returns what the context tells. */
public final class WhatItKnows implements TaskFunction {
    @Override
    public Map<String, ?> evaluate(Map<String, Object> xs, TaskContext context) {
        return Map.of(
                "constants", context.constants(),
                "globals", context.globals(),
                "task", context.taskKey(),
                "worker", context.workerId());
    }
}
