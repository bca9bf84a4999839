// Integration and architecture tests; open, so that the test engines reach in.
open module io.rush.it.test {
    requires awaitility;
    requires com.github.dockerjava.api;
    requires com.tngtech.archunit;
    requires io.rush.api;
    requires io.rush.embedded;
    requires io.rush.it;
    requires java.logging;
    requires org.assertj.core;
    requires org.junit.jupiter.api;
    requires org.junit.jupiter.params;
    requires org.junit.platform.launcher;
    requires org.slf4j;
    requires testcontainers;

    uses io.rush.api.store.StoreProvider;

    // Broken on purpose, for the test of the contract.
    provides io.rush.api.LoopProvider with
            io.rush.it.loops.broken.BrokenLoopProvider;
}
