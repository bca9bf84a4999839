package io.rush.core.script;

import io.rush.api.store.RedisReply;

/** Has Redis run a script: at once, or as soon as a waiter is woken. */
@FunctionalInterface
public interface ScriptSender {
    RedisReply send(Script script, Arguments arguments);
}
