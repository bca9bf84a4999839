package io.rush.store.lettuce;

import io.lettuce.core.cluster.SlotHash;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.ServerAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The way through a cluster: each command goes to the node that holds its key's slot, or to another one if that says so;
 * commands without a key go to any primary. Thread-safe.
 */
final class ClusterRoute implements Route {
    private static final int MAX_REDIRECTIONS = 5;
    private static final RedisCommand ASKING = RedisCommand.of("ASKING");

    private final ClusterNodes nodes;

    ClusterRoute(ClusterNodes nodes) {
        this.nodes = nodes;
    }

    @Override
    public void warm() {
        nodes.at(anyOwner(), node -> {
            node.warm();
            return node;
        });
    }

    @Override
    public RedisReply send(RedisCommand command) {
        ServerAddress.Tcp owner = ownerFor(command);
        RedisReply reply = nodes.at(owner, node -> node.sendAll(command.name(), List.of(command)))
                .get(0);
        return follow(command, reply, owner);
    }

    @Override
    public List<RedisReply> sendAll(String operation, List<RedisCommand> commands) {
        List<RedisCommand> made = List.copyOf(commands);
        RedisReply[] replies = new RedisReply[made.size()];
        ServerAddress.Tcp[] asked = new ServerAddress.Tcp[made.size()];
        byNode(made).forEach((owner, places) -> {
            List<RedisCommand> share = places.stream().map(made::get).toList();
            List<RedisReply> answers = nodes.at(owner, node -> node.sendAll(operation, share));
            for (int i = 0; i < places.size(); i++) {
                replies[places.get(i)] = answers.get(i);
                asked[places.get(i)] = owner;
            }
        });
        for (int i = 0; i < replies.length; i++) {
            replies[i] = follow(made.get(i), replies[i], asked[i]);
        }
        return Arrays.asList(replies);
    }

    /** The places of the commands in the pipeline, for each node in order. */
    private Map<ServerAddress.Tcp, List<Integer>> byNode(List<RedisCommand> commands) {
        Map<ServerAddress.Tcp, List<Integer>> places = new LinkedHashMap<>();
        for (int i = 0; i < commands.size(); i++) {
            places.computeIfAbsent(ownerFor(commands.get(i)), owner -> new ArrayList<>())
                    .add(i);
        }
        return places;
    }

    @Override
    public List<RedisReply> block(String operation, List<RedisCommand> commands, Duration atMost) {
        RedisCommand first = commands.get(0);
        boolean together = commands.stream().allMatch(command -> slotOf(command).equals(slotOf(first)));
        List<RedisCommand> flushed = together ? commands : List.of(first);
        ServerAddress.Tcp owner = ownerFor(first);
        List<RedisReply> replies = new ArrayList<>(blockAt(owner, operation, flushed, atMost));
        Optional<Redirection> redirection = Redirection.in(replies.get(0), owner);
        for (int hops = 0; redirection.isPresent() && hops < MAX_REDIRECTIONS; hops++) {
            Redirection to = redirection.get();
            owner = to.target();
            replies = blockElsewhere(to, operation, flushed, atMost);
            redirection = Redirection.in(replies.get(0), owner);
        }
        return completed(replies, commands, owner);
    }

    private List<RedisReply> blockAt(
            ServerAddress.Tcp owner, String operation, List<RedisCommand> commands, Duration atMost) {
        return nodes.at(owner, node -> node.block(operation, commands, atMost));
    }

    private List<RedisReply> blockElsewhere(
            Redirection to, String operation, List<RedisCommand> commands, Duration atMost) {
        if (to.settled()) {
            nodes.moved(to);
            return new ArrayList<>(blockAt(to.target(), operation, commands, atMost));
        }
        List<RedisReply> replies = blockAt(to.target(), operation, List.of(ASKING, commands.get(0)), atMost);
        return new ArrayList<>(replies.subList(1, 2));
    }

    /** What did not travel with the blocking command, or came to the wrong node, is sent now. */
    private List<RedisReply> completed(List<RedisReply> replies, List<RedisCommand> commands, ServerAddress.Tcp asked) {
        for (int i = 1; i < replies.size(); i++) {
            replies.set(i, follow(commands.get(i), replies.get(i), asked));
        }
        if (replies.size() < commands.size()) {
            List<RedisCommand> rest = commands.subList(replies.size(), commands.size());
            replies.addAll(sendAll(rest.get(0).name(), rest));
        }
        return replies;
    }

    /** The reply of the node that the command is for in the end. */
    private RedisReply follow(RedisCommand command, RedisReply reply, ServerAddress.Tcp asked) {
        RedisReply last = reply;
        Optional<Redirection> redirection = Redirection.in(last, asked);
        for (int hops = 0; redirection.isPresent() && hops < MAX_REDIRECTIONS; hops++) {
            Redirection to = redirection.get();
            last = elsewhere(command, to);
            redirection = Redirection.in(last, to.target());
        }
        return last;
    }

    private RedisReply elsewhere(RedisCommand command, Redirection to) {
        if (to.settled()) {
            nodes.moved(to);
            return nodes.at(to.target(), node -> node.sendAll(command.name(), List.of(command)))
                    .get(0);
        }
        if (Scripts.isRunBy(command)) {
            throw failures().moving(command.name(), to.slot());
        }
        return nodes.at(to.target(), node -> node.sendAll(command.name(), List.of(ASKING, command)))
                .get(1);
    }

    private ServerAddress.Tcp ownerFor(RedisCommand command) {
        return slotOf(command).map(nodes::ownerOf).orElseGet(this::anyOwner);
    }

    private static Optional<Integer> slotOf(RedisCommand command) {
        return command.key().map(SlotHash::getSlot);
    }

    private ServerAddress.Tcp anyOwner() {
        List<ServerAddress.Tcp> owners = nodes.owners();
        if (owners.isEmpty()) {
            throw failures().notYet("no node of the cluster holds a slot");
        }
        return owners.get(ThreadLocalRandom.current().nextInt(owners.size()));
    }

    @Override
    public Opener listening() {
        return new ClusterOpener(nodes);
    }

    @Override
    public StoreFailures failures() {
        return nodes.failures();
    }
}
