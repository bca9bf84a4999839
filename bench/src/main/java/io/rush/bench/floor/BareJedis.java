package io.rush.bench.floor;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.InetAddress;
import redis.clients.jedis.Jedis;

/** Jedis with one connection and no pool. For one thread. */
final class BareJedis implements BareClient {
    private final Jedis jedis;

    BareJedis(int port) {
        this.jedis = new Jedis(InetAddress.getLoopbackAddress().getHostAddress(), port);
        jedis.connect();
    }

    @Override
    public void call(ScriptCall call) {
        jedis.evalsha(call.hash().getBytes(US_ASCII), call.keys(), call.arguments());
    }

    @Override
    public void close() {
        jedis.close();
    }
}
