package io.rush.core.table;

import io.rush.api.error.SerializationException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Decodes tasks into a chunk, one after the other. For one thread at a time; the chunks it hands out may be read by any
 * thread while it goes on appending.
 */
public final class ChunkBuilder {
    private static final int FIRST_CAPACITY = 16;
    private static final int FIXED_WEIGHT = 256;

    private final RowDecoder rows;
    private String[] keys = new String[FIRST_CAPACITY];
    private int size;
    private long keyWeight;

    /** For tasks all of whose fields stand in Redis. */
    public ChunkBuilder() {
        this((field, stored) -> stored);
    }

    /** @param outsourced finds what lies in files */
    public ChunkBuilder(FieldResolver outsourced) {
        this.rows = new RowDecoder(outsourced);
    }

    /**
     * Decodes a task into the next slot.
     *
     * @return why the task was dropped, or empty if it was not; a dropped task takes its slot all the same
     * @throws IllegalStateException if the chunk is full
     */
    public Optional<String> append(TaskBody body) {
        if (isFull()) {
            throw new IllegalStateException("the chunk is full");
        }
        Optional<String> reason = decode(body);
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
        }
        keys[size++] = body.key();
        keyWeight += Weights.ofKey(body.key());
        return reason;
    }

    /** Number of tasks appended so far, dropped ones included. */
    public int size() {
        return size;
    }

    /** Whether there is no slot left. */
    public boolean isFull() {
        return size == Chunk.CAPACITY;
    }

    /** The tasks appended so far; costs no copy of them. */
    public Chunk snapshot() {
        long weight = FIXED_WEIGHT + keyWeight + (long) keys.length * Weights.REFERENCE + rows.weightInBytes();
        return new Chunk(keys, size, rows.snapshot(), weight);
    }

    private Optional<String> decode(TaskBody body) {
        if (body.fields().isEmpty()) {
            return Optional.of("its hash is missing");
        }
        try {
            rows.decode(size, body.fields());
            return Optional.empty();
        } catch (SerializationException damaged) {
            return Optional.of("its hash is damaged: " + damaged.getMessage());
        }
    }
}
