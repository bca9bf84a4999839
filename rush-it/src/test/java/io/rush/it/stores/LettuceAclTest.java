package io.rush.it.stores;

import io.rush.it.servers.Deployment;

class LettuceAclTest extends LettuceStandaloneTest {
    @Override
    protected Deployment deployment() {
        return Deployment.ACL_USER;
    }
}
