package io.rush.core.table;

import io.rush.api.task.TaskField;
import java.util.Map;

/**
 * A task as it was read from the store: its key and the raw bytes of its fields.
 *
 * @param key identifies the task
 * @param fields what the hash holds, absent fields left out; the worker id without the attempt. Without any field the hash
 *     counts as missing.
 */
public record TaskBody(String key, Map<TaskField, byte[]> fields) {}
