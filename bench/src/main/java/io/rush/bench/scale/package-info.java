/** How many workers one Redis carries: costs per operation, a model of them, and a simulation that checks the model. */
@NullMarked
package io.rush.bench.scale;

import org.jspecify.annotations.NullMarked;
