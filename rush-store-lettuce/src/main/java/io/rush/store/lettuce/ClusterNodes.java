package io.rush.store.lettuce;

import io.rush.api.error.StoreException;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.ServerAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The nodes of a cluster, and which of them holds which slot, as the cluster last said; it is asked again after a call
 * that went wrong. Thread-safe.
 */
final class ClusterNodes {
    private static final RedisCommand QUESTION = RedisCommand.of("CLUSTER", "SLOTS");

    /** Makes the way to one node; connects nothing. */
    @FunctionalInterface
    interface Maker {
        Node to(ServerAddress.Tcp address);
    }

    private final List<ServerAddress.Tcp> seeds;
    private final Maker maker;
    private final StoreFailures failures;
    private final Map<ServerAddress.Tcp, Node> nodes = new ConcurrentHashMap<>();
    private volatile SlotTable table = new SlotTable();
    private volatile boolean trusted;

    ClusterNodes(List<ServerAddress.Tcp> seeds, Maker maker, StoreFailures failures) {
        this.seeds = List.copyOf(seeds);
        this.maker = maker;
        this.failures = failures;
    }

    StoreFailures failures() {
        return failures;
    }

    /** The node that holds a slot. */
    ServerAddress.Tcp ownerOf(int slot) {
        return trustedTable().ownerOf(slot).orElseThrow(() -> {
            distrust();
            return failures.notYet("no node of the cluster holds slot " + slot);
        });
    }

    /** The nodes that hold slots. */
    List<ServerAddress.Tcp> owners() {
        return trustedTable().owners();
    }

    /** Talks to a node; if that fails for a reason that may pass, the cluster is asked anew before the next call. */
    <T> T at(ServerAddress.Tcp address, Function<Node, T> talk) {
        try {
            return talk.apply(node(address));
        } catch (StoreException failed) {
            if (failed.isRetryable()) {
                distrust();
            }
            throw failed;
        }
    }

    /** Takes a node's word for one slot; what else has moved is asked before the next call. */
    void moved(Redirection redirection) {
        table.assign(redirection.slot(), redirection.target());
        distrust();
    }

    private void distrust() {
        trusted = false;
    }

    private Node node(ServerAddress.Tcp address) {
        return nodes.computeIfAbsent(address, maker::to);
    }

    private SlotTable trustedTable() {
        if (!trusted) {
            refresh();
        }
        return table;
    }

    private synchronized void refresh() {
        if (trusted) {
            return;
        }
        // What goes wrong meanwhile is about the answer that is on its way.
        trusted = true;
        List<StoreException> silent = new ArrayList<>();
        for (ServerAddress.Tcp candidate : candidates()) {
            try {
                table = SlotTable.of(ask(candidate), candidate);
                return;
            } catch (StoreException failed) {
                silent.add(failed);
            }
        }
        trusted = false;
        throw failures.noNode(silent);
    }

    private Set<ServerAddress.Tcp> candidates() {
        Set<ServerAddress.Tcp> candidates = new LinkedHashSet<>(table.owners());
        candidates.addAll(seeds);
        return candidates;
    }

    private RedisReply ask(ServerAddress.Tcp candidate) {
        RedisReply reply = node(candidate).send(QUESTION);
        if (reply instanceof RedisReply.Failure refused) {
            throw new StoreFailures(candidate.toString()).refused(QUESTION.name(), refused);
        }
        return reply;
    }
}
