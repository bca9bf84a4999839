/** Local workers: how they are started, watched and ended, and the process of one of them. */
@NullMarked
package io.rush.core.launch;

import org.jspecify.annotations.NullMarked;
