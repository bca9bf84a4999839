package io.rush.loop.process.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkTest {
    private static final int ANY = Integer.MAX_VALUE;

    private SocketChannel raw;
    private Link sender;
    private Link receiver;

    @BeforeEach
    void connect(@TempDir Path directory) throws IOException {
        Path socket = directory.resolve("s");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            raw = SocketChannel.open(UnixDomainSocketAddress.of(socket));
            sender = new Link(raw);
            receiver = new Link(server.accept());
        }
    }

    @AfterEach
    void disconnect() throws IOException {
        sender.close();
        receiver.close();
    }

    @Test
    void messagesArriveInOrderAsTheyWere() throws IOException {
        sender.write(new Frame(FrameType.TASK, "one".getBytes(UTF_8)));
        sender.write(Frame.of(FrameType.QUIT));
        sender.write(new Frame(FrameType.LOG, "three".getBytes(UTF_8)));

        assertThat(receiver.read(ANY)).satisfies(frame -> {
            assertThat(frame.type()).isEqualTo(FrameType.TASK);
            assertThat(frame.payload()).asString(UTF_8).isEqualTo("one");
        });
        assertThat(receiver.read(ANY).type()).isEqualTo(FrameType.QUIT);
        assertThat(receiver.read(ANY).payload()).asString(UTF_8).isEqualTo("three");
    }

    @Test
    void aMessageOfManyMegabytesArrivesWhole() throws Exception {
        byte[] payload = new byte[20_000_003];
        new Random(1).nextBytes(payload);
        CompletableFuture<Void> writing = writing(new Frame(FrameType.FINISHED, payload));

        assertThat(receiver.read(ANY).payload()).isEqualTo(payload);
        writing.get();
    }

    @Test
    void aMessageAboveTheLimitIsReadPastAndTheNextIsWhole() throws Exception {
        CompletableFuture<Void> writing = writing(new Frame(FrameType.FINISHED, new byte[1_000_001]));

        Frame first = receiver.read(1_000_000);
        writing.get();
        sender.write(new Frame(FrameType.FAILED, "next".getBytes(UTF_8)));

        assertThat(first.type()).isEqualTo(FrameType.OVERSIZED);
        assertThat(first.text()).isEqualTo("1000001");
        assertThat(receiver.read(ANY).payload()).asString(UTF_8).isEqualTo("next");
    }

    @Test
    void aMessageThatComesByteForByteIsPutTogether() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(8)
                .putInt(3)
                .put((byte) 't')
                .put("abc".getBytes(UTF_8))
                .flip();
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
            while (bytes.hasRemaining()) {
                write(ByteBuffer.wrap(new byte[] {bytes.get()}));
            }
        });

        assertThat(receiver.read(ANY).payload()).asString(UTF_8).isEqualTo("abc");
        writing.join();
    }

    @Test
    void theEndBetweenMessagesIsOneOfItsOwn() throws IOException {
        sender.write(Frame.of(FrameType.READY));
        sender.close();

        assertThat(receiver.read(ANY).type()).isEqualTo(FrameType.READY);
        assertThat(receiver.read(ANY).type()).isEqualTo(FrameType.GONE);
        assertThat(receiver.read(ANY).type()).isEqualTo(FrameType.GONE);
    }

    @Test
    void theEndWithinAMessageIsAnError() throws IOException {
        write(ByteBuffer.allocate(6).putInt(100).put((byte) 't').put((byte) 1).flip());
        sender.close();

        assertThatThrownBy(() -> receiver.read(ANY))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("within");
    }

    @Test
    void whatIsNoMessageIsAnError() {
        write(ByteBuffer.allocate(5).putInt(0).put((byte) '?').flip());

        assertThatThrownBy(() -> receiver.read(ANY))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("63");
    }

    @Test
    void aNegativeLengthIsAnError() {
        write(ByteBuffer.allocate(5).putInt(-1).put((byte) 't').flip());

        assertThatThrownBy(() -> receiver.read(ANY))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("-1 bytes");
    }

    private CompletableFuture<Void> writing(Frame frame) {
        return CompletableFuture.runAsync(() -> {
            try {
                sender.write(frame);
            } catch (IOException broken) {
                throw new AssertionError(broken);
            }
        });
    }

    private void write(ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                raw.write(bytes);
            }
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
