/** Programs that show the use of rush. */
module io.rush.examples {
    requires io.rush.api;
    requires static org.jspecify;
}
