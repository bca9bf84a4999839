package io.rush.core.large;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.task.LargeObject;
import io.rush.core.large.NetworkFiles.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PutAsideTest {
    private static final byte[] OLD = {1, 2, 3};
    private static final byte[] NEW = {4, 5};

    @TempDir
    private Path directory;

    private NetworkFiles files;

    @BeforeEach
    void openNetwork() {
        files = new NetworkFiles(directory, "net");
    }

    @Test
    void whatIsWrittenAfterTheMoveIsNotDeleted() throws IOException {
        LargeObject old = write(OLD);
        PutAside aside = PutAside.move(files, files.root());
        LargeObject later = write(NEW);

        aside.delete();

        assertThat(files.read(later)).isEqualTo(NEW);
        assertThatThrownBy(() -> files.read(old)).isInstanceOf(NoSuchFileException.class);
        assertThat(directory.resolve(".trash")).doesNotExist();
    }

    @Test
    void whatIsMovedBackStandsBesideWhatWasWrittenSince() throws IOException {
        LargeObject old = write(OLD);
        PutAside aside = PutAside.move(files, files.of(ObjectKind.TASKS));
        LargeObject later = write(NEW);

        aside.restore();

        assertThat(files.read(old)).isEqualTo(OLD);
        assertThat(files.read(later)).isEqualTo(NEW);
    }

    @Test
    void theNextResetDeletesWhatOneLeftThatDidNotComeToItsEnd() throws IOException {
        write(OLD);
        PutAside.move(files, files.root());

        PutAside.move(files, files.root()).delete();

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aNetworkOfWhichAnotherIsAPrefixKeepsItsFiles() throws IOException {
        NetworkFiles longer = new NetworkFiles(directory, "net-work");
        LargeObject kept = longer.write(ObjectKind.TASKS, Format.BIN, OLD);
        PutAside ofLonger = PutAside.move(longer, longer.root());
        write(OLD);

        PutAside.move(files, files.root()).delete();
        ofLonger.restore();

        assertThat(longer.read(kept)).isEqualTo(OLD);
    }

    @Test
    void nothingUnfinishedIsLeftByAWriter() throws IOException {
        write(OLD);
        write(OLD);

        try (var written = Files.list(files.of(ObjectKind.TASKS))) {
            assertThat(written).hasSize(1);
        }
    }

    private LargeObject write(byte[] content) throws IOException {
        return files.write(ObjectKind.TASKS, Format.BIN, content);
    }
}
