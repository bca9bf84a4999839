package io.rush.api.store;

import io.rush.api.error.ConfigurationException;
import java.util.Optional;

/** How the servers of a {@link StoreConfig} belong together. Immutable; its text shows no secret. */
public sealed interface Topology {
    /** One server. */
    enum Standalone implements Topology {
        /** The one topology of one server. */
        INSTANCE;

        @Override
        public String toString() {
            return "standalone";
        }
    }

    /**
     * Sentinels that know which server is the primary; the servers of the configuration are the sentinels.
     *
     * @param master the name under which the sentinels watch the primary
     * @param credentials what the sentinels themselves ask for; those of the configuration are for the primary
     */
    record Sentinel(String master, Optional<Credentials> credentials) implements Topology {
        /** @throws ConfigurationException if the name is blank */
        public Sentinel {
            if (master.isBlank()) {
                throw new ConfigurationException("the master's name, by which the sentinels know it, is empty");
            }
        }

        /** Sentinels that ask for no credentials. */
        public Sentinel(String master) {
            this(master, Optional.empty());
        }

        @Override
        public String toString() {
            return "sentinel " + master;
        }
    }

    /** A Redis Cluster; the servers of the configuration are some of its nodes. */
    enum Cluster implements Topology {
        /** The one topology of clusters. */
        INSTANCE;

        @Override
        public String toString() {
            return "cluster";
        }
    }
}
