package io.rush.it.servers;

import io.rush.embedded.RedisServer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far the one replica of a primary is. */
final class Replication {
    private static final String QUESTION = "INFO replication";
    private static final Pattern OFFSET = Pattern.compile("master_repl_offset:([0-9]+)");
    private static final Pattern ACKNOWLEDGED = Pattern.compile("slave0:.*offset=([0-9]+)");

    private Replication() {}

    /** Waits until the replica has everything that the primary has now. */
    static void awaitAllOf(RedisServer primary) {
        try (Admin admin = Admin.of(primary.port())) {
            long now = number(OFFSET, admin.send(QUESTION).asText());
            admin.await(QUESTION, info -> number(ACKNOWLEDGED, info.asText()) >= now);
        }
    }

    private static long number(Pattern pattern, String info) {
        Matcher matcher = pattern.matcher(info);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : -1;
    }
}
