package io.rush.bench.figure;

import io.rush.bench.floor.BareRedis;
import io.rush.bench.floor.ServerLoad;
import java.util.Map;

/**
 * What it took to do all tasks of a queue.
 *
 * @param rate tasks in a second
 * @param load what Redis did for a task
 * @param bytes what Redis keeps of a finished task
 */
record CrewCost(double rate, ServerLoad load, double bytes) {
    /** Memory of a server without that of its connections. */
    static double memory(BareRedis redis) {
        Map<String, String> memory = ServerLoad.section(redis, "memory");
        return ServerLoad.number(memory, "used_memory") - ServerLoad.number(memory, "mem_clients_normal");
    }
}
