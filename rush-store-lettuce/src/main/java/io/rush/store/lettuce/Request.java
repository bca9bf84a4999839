package io.rush.store.lettuce;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.protocol.Command;
import io.netty.buffer.ByteBuf;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One command on its way: netty's thread writes it from the caller's bytes as they are, and tells the flight when it has
 * landed, with a reply or without.
 */
final class Request extends Command<byte[], byte[], RedisReply> {
    private final Keyword name;
    private final List<byte[]> arguments;
    private final Flight flight;
    private final AtomicBoolean landed = new AtomicBoolean();
    private volatile @Nullable Throwable failure;

    Request(RedisCommand command, Flight flight) {
        this(new Keyword(command.name(), command.name().getBytes(UTF_8)), command.arguments(), flight);
    }

    private Request(Keyword name, List<byte[]> arguments, Flight flight) {
        super(name, new ReplyOutput());
        this.name = name;
        this.arguments = arguments;
        this.flight = flight;
    }

    @Override
    public void encode(ByteBuf buffer) {
        buffer.ensureWritable(Wire.sizeOf(name.bytes(), arguments));
        Wire.write(buffer, name.bytes(), arguments);
    }

    @Override
    public void complete() {
        super.complete();
        land();
    }

    @Override
    public boolean completeExceptionally(Throwable thrown) {
        if (landed.get()) {
            return false;
        }
        failure = thrown;
        super.complete();
        land();
        return true;
    }

    @Override
    public void cancel() {
        completeExceptionally(new CancellationException("cancelled by the client"));
    }

    private void land() {
        if (landed.compareAndSet(false, true)) {
            flight.landed();
        }
    }

    /**
     * The reply; only after landing.
     *
     * @throws LostException if there is none
     */
    RedisReply reply() {
        Throwable thrown = failure;
        if (thrown != null) {
            throw LostException.broken(thrown);
        }
        return getOutput().get();
    }

    long bytes() {
        return output instanceof ReplyOutput reply ? reply.bytes() : 0;
    }
}
