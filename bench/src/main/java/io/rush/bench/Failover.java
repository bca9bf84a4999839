package io.rush.bench;

import io.rush.bench.failover.FailoverOutcome;
import io.rush.bench.failover.FailoverRound;
import io.rush.bench.figure.DeliveryException;
import io.rush.bench.floor.BareRedis;
import io.rush.bench.floor.ServerLoad;
import io.rush.bench.report.Machine;
import io.rush.bench.report.Report;
import io.rush.bench.report.Sample;
import io.rush.embedded.RedisServer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Measures how long work stands still when the primary of a Sentinel deployment is killed, prints a table and writes
 * JSON. Ends with exit code 0 whatever the times are, 1 if a worker did not go on or if something was lost that the
 * replicas had had time to copy, 2 if the arguments are bad.
 */
public final class Failover {
    private static final String REMARK =
            "Median of the rounds (least..greatest), a ratio for each round. Each round has servers and worker JVMs of its"
                    + " own.";

    private Failover() {}

    /** See {@link FailoverOptions#USAGE}. */
    public static void main(String[] arguments) {
        Program.run("Failover", () -> FailoverOptions.parse(arguments), Failover::run);
    }

    private static void run(FailoverOptions options) {
        List<List<Sample>> rounds = new ArrayList<>();
        List<String> complaints = new ArrayList<>();
        for (int i = 1; i <= options.rounds(); i++) {
            System.err.println("failover " + i + " of " + options.rounds());
            FailoverOutcome outcome = FailoverRound.run(options.settings());
            rounds.add(outcome.samples());
            complaints.addAll(outcome.complaints());
        }
        Report report = new Report(facts(options), Report.lines("failover", rounds));
        report.print(System.out, REMARK);
        report.write(System.out, options.json());
        if (!complaints.isEmpty()) {
            throw new DeliveryException(String.join("\n", complaints));
        }
    }

    private static Map<String, Object> facts(FailoverOptions options) {
        Map<String, Object> facts = Machine.facts();
        facts.put("redis", redisVersion());
        facts.put("date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        facts.put("rounds", options.rounds());
        facts.putAll(options.settings().facts());
        return facts;
    }

    private static String redisVersion() {
        try (RedisServer server = RedisServer.start();
                BareRedis redis = new BareRedis(server.port())) {
            return ServerLoad.section(redis, "server").getOrDefault("redis_version", "unknown");
        }
    }
}
