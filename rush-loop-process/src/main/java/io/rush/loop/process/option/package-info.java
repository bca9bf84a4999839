/** What the user of the loop may choose. */
@NullMarked
package io.rush.loop.process.option;

import org.jspecify.annotations.NullMarked;
