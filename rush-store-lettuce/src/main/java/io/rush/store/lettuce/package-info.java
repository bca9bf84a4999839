/** The store on Lettuce's connections: raw bytes out, raw bytes in. */
@NullMarked
package io.rush.store.lettuce;

import org.jspecify.annotations.NullMarked;
