package io.rush.it.stores;

import io.rush.it.servers.Deployment;

class LettuceTlsTest extends LettuceStandaloneTest {
    @Override
    protected Deployment deployment() {
        return Deployment.TLS;
    }
}
