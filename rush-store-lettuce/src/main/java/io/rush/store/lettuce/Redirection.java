package io.rush.store.lettuce;

import io.rush.api.store.RedisReply;
import io.rush.api.store.ServerAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A node's word that another one holds a slot.
 *
 * @param settled whether that holds from now on (MOVED), or for this one command (ASK)
 */
record Redirection(boolean settled, int slot, ServerAddress.Tcp target) {
    private static final Pattern FORM = Pattern.compile("(MOVED|ASK) ([0-9]{1,5}) (.*):([0-9]{1,5})(?:@.*)?");

    /** What a reply says, if it is such a word; without a host, that of the node that was asked. */
    static Optional<Redirection> in(RedisReply reply, ServerAddress.Tcp asked) {
        if (!(reply instanceof RedisReply.Failure failure)) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(failure.message());
        if (!form.matches()) {
            return Optional.empty();
        }
        String host = form.group(3).isEmpty() || form.group(3).equals("?") ? asked.host() : form.group(3);
        ServerAddress.Tcp target = ServerAddress.of(host, Integer.parseInt(form.group(4)));
        return Optional.of(new Redirection(form.group(1).equals("MOVED"), Integer.parseInt(form.group(2)), target));
    }
}
