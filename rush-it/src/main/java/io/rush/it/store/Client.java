package io.rush.it.store;

import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.it.servers.Admin;
import io.rush.it.servers.Servers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A connection that a server has to a client; those of tests and of other servers are none. */
record Client(Admin server, Map<String, String> fields) {
    static List<Client> of(Servers servers) {
        return servers.admins().stream().flatMap(Client::at).toList();
    }

    static Stream<Client> at(Admin server) {
        RedisReply list = server.send("CLIENT LIST");
        return list.asText()
                .lines()
                .map(line -> new Client(server, fields(line)))
                .filter(Client::isAClient);
    }

    private static Map<String, String> fields(String line) {
        return Arrays.stream(line.split(" ", -1))
                .map(field -> field.split("=", 2))
                .filter(field -> field.length == 2)
                .collect(Collectors.toMap(field -> field[0], field -> field[1]));
    }

    private boolean isAClient() {
        String flags = text("flags");
        String name = text("name");
        boolean ofServers = flags.contains("S") || flags.contains("M") || name.startsWith("sentinel-");
        return !ofServers && !name.equals(Admin.NAME);
    }

    private String text(String field) {
        return fields.getOrDefault(field, "");
    }

    /** What no other connection to any server of the test has. */
    String id() {
        return text("laddr") + " " + text("id");
    }

    /** Whether it listens to channels. */
    boolean isListening() {
        return text("flags").contains("P");
    }

    /** Has the server end the connection. */
    void kill() {
        server.ask(RedisCommand.of("CLIENT", "KILL", "ID", text("id")));
    }

    @Override
    public String toString() {
        return text("addr") + " " + text("name") + " " + text("cmd");
    }
}
