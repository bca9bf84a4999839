/** The Lua scripts and how they are sent: one file a transition. */
@NullMarked
package io.rush.core.script;

import org.jspecify.annotations.NullMarked;
