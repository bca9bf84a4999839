package io.rush.examples.store;

import io.rush.it.servers.Deployment;

/** The same for a user with few rights. */
class OneServerStoreAclTest extends OneServerStoreTest {
    @Override
    protected Deployment deployment() {
        return Deployment.ACL_USER;
    }
}
