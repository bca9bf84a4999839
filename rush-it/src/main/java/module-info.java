/** Contract kits for stores and loops. */
module io.rush.it {
    requires static org.jspecify;
}
