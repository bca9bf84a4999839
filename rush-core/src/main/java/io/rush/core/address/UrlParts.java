package io.rush.core.address;

/**
 * A URL cut into its parts, nothing decoded. {@link #toString()} shows none of them.
 *
 * @param userInfo what stands before the last {@code @}, or nothing
 * @param hosts what follows, up to a slash or a question mark
 * @param path from the slash on, or nothing
 * @param query behind the question mark, or nothing
 */
record UrlParts(UrlScheme scheme, String userInfo, String hosts, String path, String query) {
    static UrlParts of(String url) {
        UrlScheme scheme = UrlScheme.of(url);
        String address = url.substring(scheme.length());
        int end = endOfHosts(address);
        String rest = address.substring(end);
        BadUrl.require(
                rest.indexOf('@') < 0,
                "write '/', '?' and '#' in the credentials as %2F, %3F and %23, and '@' behind them as %40");
        BadUrl.require(rest.indexOf('#') < 0, "it has a fragment (#), which means nothing here; '#' is written %23");
        int at = address.lastIndexOf('@', end);
        int query = rest.indexOf('?');
        return new UrlParts(
                scheme,
                address.substring(0, Math.max(0, at)),
                address.substring(at + 1, end),
                query < 0 ? rest : rest.substring(0, query),
                query < 0 ? "" : rest.substring(query + 1));
    }

    private static int endOfHosts(String address) {
        int end = 0;
        while (end < address.length() && "/?#".indexOf(address.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    @Override
    public String toString() {
        return "parts of a URL";
    }
}
