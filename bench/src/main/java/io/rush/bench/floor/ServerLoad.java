package io.rush.bench.floor;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a server has done since it started, or between two moments.
 *
 * @param cpuMicros processor time in microseconds
 * @param commands commands that clients sent, without those of scripts and of the bench itself
 * @param scriptMicros time within {@code EVALSHA} in microseconds
 */
public record ServerLoad(double cpuMicros, double commands, double scriptMicros) {
    private static final List<String> OF_CLIENTS = List.of("evalsha", "eval", "blpop", "publish", "ping");
    private static final double MICROS = 1e6;

    /** Up to now. */
    public static ServerLoad now(BareRedis redis) {
        Map<String, String> cpu = section(redis, "cpu");
        Map<String, String> commands = section(redis, "commandstats");
        return new ServerLoad(
                MICROS * (number(cpu, "used_cpu_user") + number(cpu, "used_cpu_sys")),
                OF_CLIENTS.stream()
                        .mapToDouble(name -> statistic(commands, name, "calls"))
                        .sum(),
                statistic(commands, "evalsha", "usec"));
    }

    /** From an earlier moment to this one, for each of so many tasks. */
    public ServerLoad since(ServerLoad earlier, int tasks) {
        return new ServerLoad(
                (cpuMicros - earlier.cpuMicros) / tasks,
                (commands - earlier.commands) / tasks,
                (scriptMicros - earlier.scriptMicros) / tasks);
    }

    /** A section of {@code INFO}: values by name. */
    public static Map<String, String> section(BareRedis redis, String name) {
        Map<String, String> values = new TreeMap<>();
        redis.call("INFO", name).asText().lines().forEach(line -> {
            int colon = line.indexOf(':');
            if (colon > 0) {
                values.put(line.substring(0, colon), line.substring(colon + 1));
            }
        });
        return values;
    }

    /** A number of such a section; 0 if it is missing. */
    public static double number(Map<String, String> section, String name) {
        return Double.parseDouble(section.getOrDefault(name, "0"));
    }

    private static double statistic(Map<String, String> commands, String command, String name) {
        for (String part : commands.getOrDefault("cmdstat_" + command, "").split(",", -1)) {
            if (part.startsWith(name + "=")) {
                return Double.parseDouble(part.substring(name.length() + 1));
            }
        }
        return 0;
    }
}
