package io.rush.it.kit;

import io.rush.api.Rush;
import io.rush.api.RushConfig;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A network of its own for one test, and the controller's handle on it; closed, it leaves nothing behind. */
public final class KitNetwork implements AutoCloseable {
    private final Rush rush;

    private KitNetwork(Rush rush) {
        this.rush = rush;
    }

    /** A network with the default settings. */
    public static KitNetwork open() {
        return open(UnaryOperator.identity());
    }

    /**
     * A network with settings of the test's.
     *
     * @param settings adds them
     */
    public static KitNetwork open(UnaryOperator<RushConfig.Builder> settings) {
        RushConfig.Builder config =
                RushConfig.builder("kit-" + UUID.randomUUID()).redisUrl(KitServer.url());
        return new KitNetwork(Rush.connect(settings.apply(config).build()));
    }

    public Rush rush() {
        return rush;
    }

    /** Kills the workers and deletes what the network has in Redis. */
    @Override
    public void close() {
        try (rush) {
            rush.reset();
        }
    }
}
