/** Life of a worker: what it is started with, how it is launched and watched, and what runs in it. */
@NullMarked
package io.rush.core.worker;

import org.jspecify.annotations.NullMarked;
