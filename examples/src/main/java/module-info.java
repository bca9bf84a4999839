/** Programs that show the use of rush. Exported, so that workers can create the functions and loops in it. */
module io.rush.examples {
    requires io.rush.api;
    requires static org.jspecify;

    exports io.rush.examples;
}
