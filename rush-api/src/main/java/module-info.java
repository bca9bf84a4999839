/** The API of rush: handles, values, errors, and the interfaces that stores and loops implement. */
module io.rush.api {
    requires static transitive org.jspecify;

    exports io.rush.api;
    exports io.rush.api.error;
    exports io.rush.api.log;
    exports io.rush.api.store;
    exports io.rush.api.task;

    uses io.rush.api.RushProvider;
}
