@NullMarked
package io.rush.embedded;

import org.jspecify.annotations.NullMarked;
