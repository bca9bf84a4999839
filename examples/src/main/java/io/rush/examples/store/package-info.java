<<<<<<< HEAD
/** A store of one's own: what docs/writing-a-store.md explains. */
=======
/** A store written from nothing but sockets: a sample of what a store provider has to do. */
>>>>>>> main
@NullMarked
package io.rush.examples.store;

import org.jspecify.annotations.NullMarked;
