package io.rush.store.lettuce;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.CommandOutput;
import io.rush.api.store.RedisReply;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds one reply while Lettuce reads it from RESP2. Lettuce announces an array, then its elements, and after each of
 * both the number of arrays that are still open. It hands on a status line as a string, so that is what it becomes here.
 * Used by one thread.
 */
final class ReplyOutput extends CommandOutput<byte[], byte[], RedisReply> {
    private @Nullable OpenArray innermost;
    private int depth;
    private boolean hasElement;
    private long bytes;

    ReplyOutput() {
        super(ByteArrayCodec.INSTANCE, RedisReply.Nil.INSTANCE);
    }

    private record OpenArray(
            List<RedisReply> elements, @Nullable OpenArray outer) {}

    /** What the strings in the reply take. */
    long bytes() {
        return bytes;
    }

    @Override
    public void set(@Nullable ByteBuffer string) {
        add(string == null ? RedisReply.Nil.INSTANCE : new RedisReply.Bulk(copy(string)));
    }

    @Override
    public void set(long integer) {
        add(new RedisReply.Int(integer));
    }

    /** An error inside an array is an element; only Lettuce itself looks at the one that is the whole reply. */
    @Override
    public void setError(ByteBuffer words) {
        String message = UTF_8.decode(words).toString();
        add(new RedisReply.Failure(message));
        if (depth == 0) {
            setError(message);
        }
    }

    @Override
    public void multi(int count) {
        if (count < 0) {
            add(RedisReply.Nil.INSTANCE);
        } else {
            innermost = new OpenArray(new ArrayList<>(count), innermost);
            depth++;
        }
    }

    @Override
    public void complete(int stillOpen) {
        if (depth > stillOpen) {
            close();
        } else if (!hasElement) {
            // Lettuce passes over this one status, which belongs to transactions.
            add(new RedisReply.Bulk("QUEUED".getBytes(UTF_8)));
        }
        hasElement = false;
    }

    private void close() {
        OpenArray closed = innermost;
        if (closed != null) {
            innermost = closed.outer();
            depth--;
            add(new RedisReply.Array(Collections.unmodifiableList(closed.elements())));
        }
    }

    private void add(RedisReply reply) {
        hasElement = true;
        if (innermost == null) {
            output = reply;
        } else {
            innermost.elements().add(reply);
        }
    }

    private byte[] copy(ByteBuffer string) {
        byte[] copy = new byte[string.remaining()];
        string.get(copy);
        bytes += copy.length;
        return copy;
    }
}
