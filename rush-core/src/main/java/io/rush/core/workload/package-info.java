/** What a worker runs: functions and loops by name, and what they get to know. */
@NullMarked
package io.rush.core.workload;

import org.jspecify.annotations.NullMarked;
