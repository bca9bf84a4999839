package io.rush.store.lettuce;

import io.rush.api.store.RedisReply;
import io.rush.api.store.ServerAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** Which node holds which of the 16,384 slots. Thread-safe. */
final class SlotTable {
    static final int SLOTS = 16_384;

    private final AtomicReferenceArray<ServerAddress.@Nullable Tcp> owners = new AtomicReferenceArray<>(SLOTS);
    /** Beside the slots, as every command without a key asks for them. */
    private final CopyOnWriteArrayList<ServerAddress.Tcp> distinct = new CopyOnWriteArrayList<>();

    /** From the reply to {@code CLUSTER SLOTS}: a node that does not know its host's name is where it was asked. */
    static SlotTable of(RedisReply reply, ServerAddress.Tcp asked) {
        SlotTable table = new SlotTable();
        for (RedisReply range : reply.asList()) {
            List<RedisReply> parts = range.asList();
            ServerAddress.Tcp owner = address(parts.get(2).asList(), asked);
            for (long slot = parts.get(0).asLong(); slot <= parts.get(1).asLong(); slot++) {
                table.assign((int) slot, owner);
            }
        }
        return table;
    }

    private static ServerAddress.Tcp address(List<RedisReply> hostAndPort, ServerAddress.Tcp asked) {
        String host = hostAndPort.get(0).asOptionalText().orElse("");
        boolean unknown = host.isEmpty() || host.equals("?");
        return ServerAddress.of(
                unknown ? asked.host() : host,
                Math.toIntExact(hostAndPort.get(1).asLong()));
    }

    void assign(int slot, ServerAddress.Tcp owner) {
        owners.set(slot, owner);
        distinct.addIfAbsent(owner);
    }

    Optional<ServerAddress.Tcp> ownerOf(int slot) {
        return Optional.ofNullable(owners.get(slot));
    }

    /** The nodes that hold slots, each once; one that has given away its last slot stays until the cluster is asked. */
    List<ServerAddress.Tcp> owners() {
        return List.copyOf(distinct);
    }
}
