package io.rush.it.servers;

import io.rush.api.store.RedisReply;
import io.rush.embedded.RedisServer;
import java.util.List;
import java.util.regex.Pattern;

/** How far the replicas of a primary are. */
final class Replication {
    private static final String QUESTION = "INFO replication";
    private static final Pattern OFFSET = Pattern.compile("master_repl_offset:([0-9]+)");
    private static final Pattern ACKNOWLEDGED = Pattern.compile("slave[0-9]+:.*offset=([0-9]+)");

    private Replication() {}

    /** Waits until the replicas that the primary knows, one at least, have everything that it has now. */
    static void awaitAllOf(RedisServer primary) {
        try (Admin admin = Admin.of(primary.port())) {
            long now = numbers(OFFSET, admin.send(QUESTION)).get(0);
            admin.await(QUESTION, info -> areAll(numbers(ACKNOWLEDGED, info), now));
        }
    }

    private static boolean areAll(List<Long> acknowledged, long now) {
        return !acknowledged.isEmpty() && acknowledged.stream().allMatch(offset -> offset >= now);
    }

    private static List<Long> numbers(Pattern pattern, RedisReply info) {
        return pattern.matcher(info.asText())
                .results()
                .map(found -> Long.valueOf(found.group(1)))
                .toList();
    }
}
