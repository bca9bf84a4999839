package io.rush.it.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rush.api.error.StoreException;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import io.rush.api.store.RedisSubscription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A store over which every script reaches the server twice in a row, as after a lost reply. It notes where the second
 * sending answered otherwise or changed anything. The server behind it seems to have forgotten every script, so that
 * each arrives with its source.
 */
public final class ResendingStore implements RedisStore {
    private static final String FORGOTTEN = "NOSCRIPT this server forgets its scripts";

    private final RedisStore store;
    private final String prefix;
    private final Set<String> sources = new LinkedHashSet<>();
    private final List<RedisCommand> sent = new ArrayList<>();
    private final List<String> changes = new ArrayList<>();
    private final List<String> otherAnswers = new ArrayList<>();

    public ResendingStore(RedisStore store, String prefix) {
        this.store = store;
        this.prefix = prefix;
    }

    /** Sources of the scripts that were sent. */
    public synchronized Set<String> sources() {
        return Set.copyOf(sources);
    }

    /** For each second sending that changed something in the network: the script, before and after. */
    public synchronized List<String> changes() {
        return List.copyOf(changes);
    }

    /** For each second sending that answered otherwise: the script and both answers. */
    public synchronized List<String> otherAnswers() {
        return List.copyOf(otherAnswers);
    }

    /** Sends once more what was sent last of the scripts that contain a text. */
    public synchronized RedisReply sendLastAgain(String part) {
        RedisCommand last = sent.stream()
                .filter(command -> sourceOf(command).contains(part))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        return store.send(last);
    }

    private static String sourceOf(RedisCommand command) {
        return new String(command.arguments().get(0), UTF_8);
    }

    @Override
    public RedisReply send(RedisCommand command) {
        return switch (command.name()) {
            case "EVALSHA" -> throw new StoreException("EVALSHA", false, FORGOTTEN, null);
            case "EVAL" -> sendTwice(command);
            default -> store.send(command);
        };
    }

    private synchronized RedisReply sendTwice(RedisCommand command) {
        String source = sourceOf(command);
        sources.add(source);
        sent.add(command);
        RedisReply first = store.send(command);
        Map<String, String> before = NetworkDump.of(store, prefix);
        RedisReply second = store.send(command);
        Map<String, String> after = NetworkDump.of(store, prefix);
        if (!mayChange(source) && !before.equals(after)) {
            changes.add(source + "\nbefore: " + before + "\nafter:  " + after);
        }
        if (!mayAnswerOtherwise(source) && !text(first).equals(text(second))) {
            otherAnswers.add(source + "\nfirst:  " + text(first) + "\nsecond: " + text(second));
        }
        return first;
    }

    /** A sweep deletes the next page each time. */
    private static boolean mayChange(String source) {
        return source.contains("sweep_list");
    }

    /**
     * The number of tasks that are due, the number of tasks or workers that a call created or gave back, and whether a reset
     * finds a former one unswept.
     */
    private static boolean mayAnswerOtherwise(String source) {
        return mayChange(source)
                || source.contains("return { #due")
                || source.contains("return created")
                || source.contains("return announced")
                || source.contains("return #keys")
                || source.contains("RENAME");
    }

    private static String text(RedisReply reply) {
        if (reply instanceof RedisReply.Array array) {
            return array.elements().stream().map(ResendingStore::text).toList().toString();
        }
        return reply instanceof RedisReply.Bulk bulk ? bulk.asText() : reply.toString();
    }

    @Override
    public List<RedisReply> sendAll(List<RedisCommand> commands) {
        return commands.stream()
                .map(command -> command.name().equals("EVALSHA")
                        ? new RedisReply.Failure(FORGOTTEN)
                        : store.sendAll(List.of(command)).get(0))
                .toList();
    }

    @Override
    public RedisReply sendBlocking(RedisCommand command, Duration patience) throws InterruptedException {
        return store.sendBlocking(command, patience);
    }

    @Override
    public RedisSubscription subscribe(String channel, Consumer<byte[]> listener) {
        return store.subscribe(channel, listener);
    }

    @Override
    public void close() {
        store.close();
    }
}
