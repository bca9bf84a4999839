/** Rules for extensions. For the test scope. */
module io.rush.it {
    requires com.tngtech.archunit;
    requires io.rush.api;
    requires static org.jspecify;

    exports io.rush.it.arch;
}
