package io.rush.examples.store;

import io.rush.api.error.StoreException;
import io.rush.api.store.Credentials;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.ServerAddress;
import io.rush.api.store.StoreConfig;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Connects to one server and introduces itself. Immutable. */
record LineOpener(ServerAddress.Tcp address, StoreConfig config) {
    /** @throws StoreException if the server is not reached or refuses; the message never has the password */
    Line open() {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            int timeoutMillis = (int) Math.min(config.connectTimeout().toMillis(), Integer.MAX_VALUE);
            socket.connect(new InetSocketAddress(address.host(), address.port()), timeoutMillis);
            socket.setSoTimeout(timeoutMillis);
            return greeted(new Line(socket));
        } catch (IOException | StoreException failed) {
            throw closing(socket, failed);
        }
    }

    private Line greeted(Line line) throws IOException {
        List<RedisCommand> greeting = new ArrayList<>();
        config.credentials().ifPresent(credentials -> greeting.add(authentication(credentials)));
        if (config.database() != 0) {
            greeting.add(RedisCommand.of("SELECT", Integer.toString(config.database())));
        }
        greeting.add(RedisCommand.of("PING"));
        for (RedisReply reply : line.exchange(greeting)) {
            if (reply instanceof RedisReply.Failure refusal) {
                throw new StoreException(operation(), refusal.isPassing(), refusal.message(), null);
            }
        }
        return line;
    }

    private static RedisCommand authentication(Credentials credentials) {
        return credentials
                .user()
                .map(user -> RedisCommand.of("AUTH", user, credentials.password()))
                .orElseGet(() -> RedisCommand.of("AUTH", credentials.password()));
    }

    private StoreException closing(Socket socket, Exception failed) {
        try {
            socket.close();
        } catch (IOException unclosed) {
            failed.addSuppressed(unclosed);
        }
        return failed instanceof StoreException refused
                ? refused
                : new StoreException(operation(), true, failed + "; start the server, or check host and port", failed);
    }

    private String operation() {
        return "connecting to Redis at " + address;
    }
}
