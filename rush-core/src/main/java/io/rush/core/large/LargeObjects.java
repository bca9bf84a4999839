package io.rush.core.large;

import io.rush.api.error.ConfigurationException;
import io.rush.api.error.SerializationException;
import io.rush.api.task.LargeObject;
import io.rush.core.codec.JsonValues;
import io.rush.core.large.NetworkFiles.Format;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** The large objects of one network. Thread-safe. */
public final class LargeObjects {
    private static final Logger LOG = System.getLogger(LargeObjects.class.getName());
    private static final String OBJECT = "large object";
    private static final String MEND = "set largeObjectDirectory in RushConfig or RushPlan to a directory that all"
            + " members of the network share";

    private final LargeObjectSettings settings;
    private final Optional<NetworkFiles> files;
    private final JsonValues values;
    private final AtomicBoolean cleaned = new AtomicBoolean();

    /** @throws ConfigurationException if what is set as directory is none */
    public LargeObjects(LargeObjectSettings settings, String networkId, JsonValues values) {
        this.settings = settings;
        this.files = settings.directory().map(directory -> new NetworkFiles(directory, networkId));
        this.values = values;
        settings.directory().ifPresent(LargeObjects::requireDirectory);
    }

    private static void requireDirectory(Path directory) {
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new ConfigurationException(
                    "the large-object directory " + directory + " is a file; set largeObjectDirectory to a directory");
        }
    }

    /**
     * Proves that a directory can be written to; makes it if there is none.
     *
     * @throws ConfigurationException if it cannot
     */
    public static void requireWritable(Path directory) {
        requireDirectory(directory);
        try {
            Files.createDirectories(directory);
            Files.delete(Files.createTempFile(directory, ".rush-", AtomicFile.UNFINISHED));
        } catch (IOException refused) {
            throw new ConfigurationException(
                    "the large-object directory " + directory + " cannot be written to: " + refused
                            + "; mend its rights or set another largeObjectDirectory",
                    refused);
        }
    }

    public LargeObjectSettings settings() {
        return settings;
    }

    /** Stores a value of the user's; see {@link io.rush.api.Rush#storeLargeObject}. */
    public LargeObject store(Object value) {
        if (files.isEmpty()) {
            throw new ConfigurationException("there is no directory for a large object; " + MEND);
        }
        return value instanceof byte[] bytes
                ? write(OBJECT, ObjectKind.OBJECTS, Format.BIN, bytes)
                : write(OBJECT, ObjectKind.OBJECTS, Format.JSON, values.encodeValue(OBJECT, value));
    }

    /** Reads a value of the user's; see {@link io.rush.api.Rush#loadLargeObject}. */
    public Object load(LargeObject reference) {
        byte[] content = read(OBJECT, reference);
        if (Format.BIN.isOf(reference)) {
            return content;
        }
        Object value = values.decodeValue(OBJECT + " " + reference.file(), content);
        if (value == null) {
            throw new SerializationException(OBJECT + " " + reference.file(), "holds null, which nobody can store");
        }
        return value;
    }

    /** A field as it goes to Redis: as it is, or as a reference to a file that holds it. */
    byte[] outsource(String path, ObjectKind kind, byte[] json) {
        if (json.length <= settings.limitBytes()) {
            return json;
        }
        return values.encodeValue(path, write(path, kind, Format.JSON, json));
    }

    /** A field as it was before it was outsourced. */
    byte[] resolve(String path, byte[] stored) {
        return JsonValues.isLargeObject(stored) && values.decodeValue(path, stored) instanceof LargeObject reference
                ? read(path, reference)
                : stored;
    }

    private LargeObject write(String path, ObjectKind kind, Format format, byte[] content) {
        NetworkFiles target = files.orElseThrow(() -> new SerializationException(
                path,
                "the value has " + content.length + " bytes as JSON, and the limit is " + settings.limitBytes() + "; "
                        + MEND + ", or raise largeObjectLimitBytes if Redis can hold it"));
        try {
            clean(target);
            return target.write(kind, format, content);
        } catch (IOException refused) {
            throw new SerializationException(
                    path,
                    "the value of " + content.length + " bytes cannot be written to the large-object directory "
                            + target.directory() + ": " + refused,
                    refused);
        }
    }

    private void clean(NetworkFiles target) {
        if (cleaned.compareAndSet(false, true)) {
            try {
                target.deleteUnfinished();
            } catch (IOException refused) {
                LOG.log(Level.DEBUG, "unfinished large objects stay behind in " + target.root(), refused);
            }
        }
    }

    private byte[] read(String path, LargeObject reference) {
        NetworkFiles source = files.orElseThrow(() -> new SerializationException(
                path, "it lies in the large object " + reference.file() + ", and no directory is set here; " + MEND));
        String named = "the large object " + source.root().resolve(reference.file());
        try {
            if (source.size(reference) == reference.bytes()) {
                byte[] content = source.read(reference);
                if (Sha256.of(content).equals(reference.sha256())) {
                    return content;
                }
            }
            throw new SerializationException(
                    path,
                    named + " was changed since it was written: its size or checksum is not that of the reference");
        } catch (NoSuchFileException missing) {
            throw new SerializationException(
                    path,
                    named + " is missing: it was deleted, or this machine does not share the directory of its writer",
                    missing);
        } catch (IOException unreadable) {
            throw new SerializationException(path, named + " cannot be read: " + unreadable, unreadable);
        }
    }

    /** Moves all files of the network away; see {@link PutAside}. */
    public Optional<PutAside> putAsideAll() {
        return files.map(all -> PutAside.move(all, all.root()));
    }

    /** Moves the files of tasks away. */
    public Optional<PutAside> putAsideTasks() {
        return files.map(all -> PutAside.move(all, all.of(ObjectKind.TASKS)));
    }
}
