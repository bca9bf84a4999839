/** Captures what is logged by way of SLF4J and Logback; found as a service, never called directly. */
@NullMarked
package io.rush.log.logback;

import org.jspecify.annotations.NullMarked;
