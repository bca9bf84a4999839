package io.rush.it.stores;

import io.rush.it.servers.Deployment;

class JedisTlsTest extends JedisStandaloneTest {
    @Override
    protected Deployment deployment() {
        return Deployment.TLS;
    }
}
