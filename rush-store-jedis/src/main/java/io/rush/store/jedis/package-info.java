/** The store on Jedis' connections: raw bytes out, raw bytes in. */
@NullMarked
package io.rush.store.jedis;

import org.jspecify.annotations.NullMarked;
