/** A store of one's own: what docs/writing-a-store.md explains. */
@NullMarked
package io.rush.examples.store;

import org.jspecify.annotations.NullMarked;
