package io.rush.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Starts a server, prints its process id and directory, and returns without closing it when its input ends. */
final class ServerMain {
    private ServerMain() {}

    public static void main(String[] arguments) throws IOException {
        List<String> wishes = List.of(arguments);
        Function<Path, Lifeline> lifelines = wishes.contains("hook") ? HookLifeline::over : Lifeline::over;
        ServerHome home = ServerHome.create(ServerOptions.of(List.of()), lifelines);
        RedisServer server = RedisServer.start(home, FreePort::pick);
        if (wishes.contains("restart")) {
            server.kill();
            server.restart();
        }
        System.out.println(server.processId());
        System.out.println(home.path());
        System.out.flush();
        System.in.transferTo(OutputStream.nullOutputStream());
    }
}
