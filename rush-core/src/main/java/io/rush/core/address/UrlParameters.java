package io.rush.core.address;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The parameters of one URL, decoded. {@link #toString()} shows none. Messages repeat no value. */
final class UrlParameters {
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern PLAUSIBLE_NAME = Pattern.compile("[A-Za-z_-]{1,40}");

    private final Map<UrlParameter, String> values = new EnumMap<>(UrlParameter.class);

    private UrlParameters() {}

    static UrlParameters parse(String query, UrlScheme scheme) {
        UrlParameters parameters = new UrlParameters();
        if (!query.isEmpty()) {
            for (String pair : query.split("&", -1)) {
                parameters.add(pair, scheme);
            }
        }
        return parameters;
    }

    private void add(String pair, UrlScheme scheme) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? "" : pair.substring(0, equals);
        UrlParameter parameter = UrlParameter.named(name).orElseThrow(() -> BadUrl.refusal(unknown(name, scheme)));
        parameter.requireFitting(scheme);
        BadUrl.require(equals + 1 < pair.length(), parameter + " has no value; give one, or leave it out");
        String value = PercentText.decode(pair.substring(equals + 1), parameter.toString());
        BadUrl.require(values.put(parameter, value) == null, parameter + " stands there twice; leave one out");
    }

    /** What has no equals sign may be the end of a password with a question mark in it. */
    private static String unknown(String name, UrlScheme scheme) {
        String what = PLAUSIBLE_NAME.matcher(name).matches()
                ? "the parameter '" + name + "' is unknown"
                : "behind the question mark stands something other than name=value pairs";
        return what + "; with " + scheme + " these are known: " + UrlParameter.knownIn(scheme);
    }

    Optional<String> text(UrlParameter parameter) {
        return Optional.ofNullable(values.get(parameter));
    }

    Optional<Integer> number(UrlParameter parameter) {
        return text(parameter).map(text -> {
            BadUrl.require(NUMBER.matcher(text).matches(), parameter + " must be a whole number");
            return Integer.valueOf(text);
        });
    }

    /** Seconds, decimals allowed. */
    Optional<Duration> seconds(UrlParameter parameter) {
        return text(parameter).map(text -> {
            BadUrl.require(
                    SECONDS.matcher(text).matches(), parameter + " must be a number of seconds, for example 2.5");
            Duration duration =
                    Duration.ofNanos(new BigDecimal(text).movePointRight(9).longValueExact());
            BadUrl.require(!duration.isZero(), parameter + " must be more than 0 seconds");
            return duration;
        });
    }

    Optional<Boolean> flag(UrlParameter parameter) {
        return text(parameter).map(text -> {
            BadUrl.require(text.equals("true") || text.equals("false"), parameter + " must be true or false");
            return Boolean.valueOf(text);
        });
    }

    /** Absolute, as the processes of the workers read it elsewhere. */
    Optional<Path> file(UrlParameter parameter) {
        return text(parameter).map(text -> {
            Path path = Path.of(text);
            BadUrl.require(
                    path.isAbsolute(), parameter + " must be an absolute path, as workers run in other directories");
            return path;
        });
    }

    @Override
    public String toString() {
        return "parameters of a URL";
    }
}
