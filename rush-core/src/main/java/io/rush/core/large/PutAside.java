package io.rush.core.large;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Files that a reset has moved away in one step, and that are deleted once Redis has forgotten them. So a file that
 * somebody writes for a task that comes after the reset is never deleted along with those before it.
 */
public final class PutAside {
    private static final Logger LOG = System.getLogger(PutAside.class.getName());
    /** No network id begins with a dot. */
    private static final String TRASH = ".trash";

    private final Path from;
    private final Path trash;
    private final Path to;

    private PutAside(Path from, Path trash) {
        this.from = from;
        this.trash = trash;
        this.to = trash.resolve(UUID.randomUUID().toString());
    }

    /** Moves the files below a directory of a network away. */
    static PutAside move(NetworkFiles files, Path from) {
        Path trash = files.directory().resolve(TRASH).resolve(files.root().getFileName());
        PutAside aside = new PutAside(from, trash);
        try {
            Files.createDirectories(trash);
            Files.move(from, aside.to);
        } catch (NoSuchFileException none) {
            LOG.log(Level.DEBUG, "there are no large objects in {0}", from);
        } catch (IOException refused) {
            LOG.log(Level.WARNING, "the large objects in " + from + " cannot be deleted; do it by hand", refused);
        }
        return aside;
    }

    /** Moves them back, as Redis may still name them; beside those that were written since. */
    public void restore() {
        try {
            for (Path path : deepestFirst(to)) {
                if (!Files.isDirectory(path)) {
                    Path target = from.resolve(to.relativize(path));
                    Files.createDirectories(target.getParent());
                    Files.move(path, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException | UncheckedIOException refused) {
            LOG.log(Level.WARNING, "the large objects in " + to + " cannot be moved back to " + from, refused);
        }
    }

    /** Deletes them, and those that a reset left which did not come to its end. */
    public void delete() {
        try {
            for (Path path : deepestFirst(trash)) {
                Files.deleteIfExists(path);
            }
            Files.deleteIfExists(trash.getParent());
        } catch (DirectoryNotEmptyException others) {
            LOG.log(Level.DEBUG, "another reset is under way in {0}", trash.getParent());
        } catch (IOException | UncheckedIOException refused) {
            LOG.log(Level.WARNING, "the large objects in " + trash + " cannot be deleted; do it by hand", refused);
        }
    }

    private static List<Path> deepestFirst(Path root) throws IOException {
        if (!Files.exists(root)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
