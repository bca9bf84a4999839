package io.rush.loop.process.host;

/** What a child is doing, as far as its worker knows. */
enum Phase {
    STARTING("was starting"),
    EVALUATING("evaluated the function"),
    SENDING("sent the outputs");

    private final String words;

    Phase(String words) {
        this.words = words;
    }

    /** After "while it". */
    String words() {
        return words;
    }
}
