package io.rush.it.stores;

import io.rush.it.servers.Deployment;

class JedisUnixSocketTest extends JedisStandaloneTest {
    @Override
    protected Deployment deployment() {
        return Deployment.UNIX_SOCKET;
    }
}
