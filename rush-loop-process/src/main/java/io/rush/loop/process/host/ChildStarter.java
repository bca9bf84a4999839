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
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Starts the children of one worker. Used by one thread. */
final class ChildStarter implements AutoCloseable {
    /** Not for children: how a worker reaches Redis, and a class path that the command line gives. */
    private static final List<String> WITHHELD = List.of("RUSH_REDIS_URL", "RUSH_STORE", "CLASSPATH");

    private static final int TOKEN_BYTES = 16;

    private final LoopContext context;
    private final Options options;
    private final PrivateDirectory directory = PrivateDirectory.create();
    private final SecureRandom random = new SecureRandom();
    private final Frame setup;
    private final ChildJvm command;
    private int started;

    ChildStarter(LoopContext context, Options options) {
        this.context = context;
        this.options = options;
        this.setup = new Frame(FrameType.SETUP, new Setup(options.resultLimit(), context.handover()).encode());
        this.command = context.childJvm(ChildMain.class, jvmOptions(), List.of());
    }

    private List<String> jvmOptions() {
        List<String> line = new ArrayList<>(List.of(CrashFile.option(directory.path()), "-XX:-CreateCoredumpOnCrash"));
        if (!options.heap().isEmpty()) {
            line.add("-Xmx" + options.heap());
        }
        line.addAll(options.jvmOptions());
        return line;
    }

    /** @throws IOException if the system starts no process */
    Child start() throws IOException {
        Address address = new Address(directory.path().resolve(Integer.toString(started++)), token());
        String worker = context.worker().workerId();
        Line line = Line.open(
                address,
                setup,
                options.resultLimit(),
                frame -> context.worker().log(LogLine.decode(frame.payload(), worker)));
        try {
            ChildProcess process = ChildProcess.start(builder(address), address.mark());
            process.onExit(line::stopWaiting);
            return new Child(process, line, context.codec(), directory.path());
        } catch (IOException refused) {
            line.close();
            throw refused;
        }
    }

    private String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private ProcessBuilder builder(Address address) {
        ProcessBuilder builder = new ProcessBuilder(command.line());
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
        command.close();
        directory.close();
    }
}
