package io.rush.it.stores;

import io.rush.it.servers.Deployment;

class JedisAclTest extends JedisStandaloneTest {
    @Override
    protected Deployment deployment() {
        return Deployment.ACL_USER;
    }
}
