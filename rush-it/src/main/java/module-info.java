/**
 * Contract kits: tests with which the authors of plugins show that theirs keep the contract; and rules for the jars of
 * extensions. For the test scope; the tests want a POSIX system.
 */
module io.rush.it {
    requires com.tngtech.archunit;
    // What is misused to crash a JVM.
    requires jdk.unsupported;
    requires org.assertj.core;
    requires transitive io.rush.api;
    requires transitive io.rush.embedded;
    requires transitive org.junit.jupiter.api;
    requires static org.jspecify;

    exports io.rush.it.arch;
    exports io.rush.it.loop;
    exports io.rush.it.servers;
    exports io.rush.it.store;

    opens io.rush.it.loop to
            org.junit.platform.commons;
    opens io.rush.it.store to
            org.junit.platform.commons;
    // Workers create the functions, and read the records, of the tests.
    opens io.rush.it.loop.fixture;
}
