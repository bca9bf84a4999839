/** The implementation of rush. */
module io.rush.core {
    requires io.rush.api;
    requires static org.jspecify;

    uses io.rush.api.LoopProvider;
    uses io.rush.api.store.StoreProvider;
}
