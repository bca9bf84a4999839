package io.rush.bench.failover;

import java.time.Instant;

/**
 * A task as a worker began it, which may not be the only time.
 *
 * @param worker id of the worker
 * @param key of the task
 * @param began when its function was called
 */
record Evaluation(String worker, String key, Instant began) {}
