package io.rush.examples.store;

import io.rush.it.servers.Deployment;

/** The same for a user with few rights. */
class SocketStoreAclTest extends SocketStoreTest {
    @Override
    protected Deployment deployment() {
        return Deployment.ACL_USER;
    }
}
