package io.rush.core.script;

/** How many of what is waited for are there at one moment, see {@link io.rush.api.task.Progress}. */
public record Tally(long done, long failed, long total) {}
