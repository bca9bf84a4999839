/** Contract kits for stores and loops. */
module io.rush.it {
    requires io.rush.api;
    requires static org.jspecify;
}
