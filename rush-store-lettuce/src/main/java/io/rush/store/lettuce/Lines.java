package io.rush.store.lettuce;

import io.rush.api.error.StoreException;

/** Where lines come from and go back to. Thread-safe. */
interface Lines {
    /**
     * A line that seems usable, an old one or a new one.
     *
     * @throws StoreException if none can be opened
     */
    Line take();

    /** After an exchange that ended well. */
    void giveBack(Line line);

    /** After one that did not: nobody gets this line again, nor those that probably broke with it. */
    void giveUp(Line line);

    /** Keeps none of the lines that there are: the data is elsewhere now. What is under way on them may end. */
    void renew();
}
