package io.rush.loop.process.host;

import io.rush.api.ChildJvm;
import io.rush.api.LoopContext;
import io.rush.loop.process.child.ChildMain;
import io.rush.loop.process.option.Options;
import io.rush.loop.process.system.CrashFile;
import io.rush.loop.process.system.PrivateDirectory;
import io.rush.loop.process.wire.Address;
import io.rush.loop.process.wire.Frame;
import io.rush.loop.process.wire.FrameType;
import io.rush.loop.process.wire.LogLine;
import io.rush.loop.process.wire.Setup;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Starts the children of one worker. Used by the loop's thread, and by the one that has classes archived. */
final class ChildStarter implements AutoCloseable {
    /** Not for children: how a worker reaches Redis, and a class path that the command line gives. */
    private static final List<String> WITHHELD = List.of("RUSH_REDIS_URL", "RUSH_STORE", "CLASSPATH");

    private static final int TOKEN_BYTES = 16;

    private final LoopContext context;
    private final Options options;
    private final PrivateDirectory directory;
    private final SecureRandom random = new SecureRandom();
    private final AtomicInteger number = new AtomicInteger();
    private final Frame setup;
    private final ClassArchive archive;
    /** Closed at the end: a JVM may take a while to read what its command refers to. */
    private final Queue<ChildJvm> commands = new ConcurrentLinkedQueue<>();

    private ChildJvm command;
    private boolean sharing;

    ChildStarter(LoopContext context, Options options) {
        this.context = context;
        this.options = options;
        this.setup = new Frame(FrameType.SETUP, new Setup(options.resultLimit(), context.handover()).encode());
        this.directory = PrivateDirectory.create();
        this.archive = new ClassArchive(directory.path(), options.classDataSharing(), options.jvmOptions());
        this.command = command(List.of());
    }

    private ChildJvm command(List<String> further) {
        List<String> line = new ArrayList<>(List.of(CrashFile.option(directory.path()), "-XX:-CreateCoredumpOnCrash"));
        line.addAll(further);
        if (!options.heap().isEmpty()) {
            line.add("-Xmx" + options.heap());
        }
        line.addAll(options.jvmOptions());
        ChildJvm made = context.childJvm(ChildMain.class, line, List.of());
        commands.add(made);
        return made;
    }

    /** @throws IOException if the system starts no process */
    Child start() throws IOException {
        archive.count(this::startArchiveWriter);
        archive.options().filter(shared -> !sharing).ifPresent(this::share);
        String worker = context.worker().workerId();
        Address address = address();
        return start(
                address,
                builder(command, address),
                frame -> context.worker().log(LogLine.decode(frame.payload(), worker)));
    }

    private void share(List<String> archiveOptions) {
        sharing = true;
        command = command(archiveOptions);
    }

    /** What it prints and logs, all others print and log, too. */
    private Child startArchiveWriter() throws IOException {
        Address address = address();
        try (ChildJvm writer = command(archive.writerOptions())) {
            ProcessBuilder builder =
                    builder(writer, address).redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
            return start(address, builder, frame -> {});
        }
    }

    private Child start(Address address, ProcessBuilder builder, Consumer<Frame> log) throws IOException {
        Line line = Line.open(address, setup, options.resultLimit(), log);
        try {
            ChildProcess process = ChildProcess.start(builder, address.mark());
            process.onExit(line::stopWaiting);
            return new Child(process, line, context.codec(), directory.path());
        } catch (IOException refused) {
            line.close();
            throw refused;
        }
    }

    private Address address() {
        byte[] token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        return new Address(
                directory.path().resolve(Integer.toString(number.incrementAndGet())),
                HexFormat.of().formatHex(token));
    }

    private ProcessBuilder builder(ChildJvm jvm, Address address) {
        ProcessBuilder builder = new ProcessBuilder(jvm.line());
        Map<String, String> environment = builder.environment();
        WITHHELD.forEach(environment::remove);
        environment.putAll(options.environment());
        address.addTo(environment);
        if (!options.workingDirectory().isEmpty()) {
            builder.directory(new File(options.workingDirectory()));
        }
        return builder;
    }

    @Override
    public void close() {
        archive.close();
        commands.forEach(ChildJvm::close);
        directory.close();
    }
}
