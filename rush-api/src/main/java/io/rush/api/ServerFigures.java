package io.rush.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The few figures of a Redis server that people ask for, as of one moment.
 *
 * @param version version of Redis
 * @param role {@code master} or {@code slave}, in Redis' own words
 * @param uptime how long it has been running
 * @param clients number of connections
 * @param usedMemoryBytes memory taken by data and buffers
 * @param maxMemoryBytes most memory that it may take; empty for no limit
 * @param keys number of keys in all its databases
 * @param commandsPerSecond commands it executes at the moment
 * @param evictedKeys keys that it dropped since its start because memory was full
 * @param lastSave when it saved a snapshot the last time; empty where it does not say so
 */
public record ServerFigures(
        String version,
        String role,
        Duration uptime,
        long clients,
        long usedMemoryBytes,
        OptionalLong maxMemoryBytes,
        long keys,
        long commandsPerSecond,
        long evictedKeys,
        Optional<Instant> lastSave) {}
