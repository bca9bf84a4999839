/** Processes and their outputs, as the operating system shows them. */
@NullMarked
package io.rush.loop.process.system;

import org.jspecify.annotations.NullMarked;
