package io.rush.it.arch;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks what was built of an extension, a store, a loop or a source of logs, against every {@link ExtensionRule}: {@code
 * ExtensionRules.of(MyStoreProvider.class).check()} in a test is all it takes. Works on the class path and on the module
 * path. Immutable.
 */
public final class ExtensionRules {
    private final Extension extension;
    private final List<String> allowed;

    private ExtensionRules(Extension extension, List<String> allowed) {
        this.extension = extension;
        this.allowed = allowed;
    }

    /**
     * For a jar, or a directory with classes and {@code META-INF}.
     *
     * @throws IllegalArgumentException if there is none, or no class in it
     */
    public static ExtensionRules of(Path jarOrDirectory) {
        return new ExtensionRules(Extension.at(jarOrDirectory), List.of());
    }

    /**
     * For the jar or directory that a class was loaded from, such as its provider.
     *
     * @throws IllegalArgumentException if the class was not loaded from a file
     */
    public static ExtensionRules of(Class<?> member) {
        CodeSource source = member.getProtectionDomain().getCodeSource();
        if (source == null) {
            throw new IllegalArgumentException(member + " is a class of the JDK, not of an extension");
        }
        try {
            return of(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException illegal) {
            throw new IllegalArgumentException("the place that " + member + " comes from is no file", illegal);
        }
    }

    /** Lets exported signatures name types of these packages and of those below them too, as those of a test kit name JUnit's. */
    public ExtensionRules allowInSignatures(String... packages) {
        List<String> more =
                Stream.concat(allowed.stream(), Arrays.stream(packages)).toList();
        return new ExtensionRules(extension, more);
    }

    /** What is not kept, rule by rule; empty if all is well. */
    public List<RuleViolation> violations() {
        RushApi api = RushApi.here();
        List<RuleViolation> found = new ArrayList<>();
        add(found, ExtensionRule.API_ONLY, new ApiOnly(api).culprits(extension));
        add(found, ExtensionRule.PACKAGES_NAMED_AFTER_MODULE, PackageNames.culprits(extension));
        add(found, ExtensionRule.CREATABLE_PROVIDERS, new Providers(api).culprits(extension));
        add(found, ExtensionRule.SAME_PROVIDERS_ON_BOTH_PATHS, BothPaths.culprits(extension));
        add(found, ExtensionRule.NO_FOREIGN_TYPES_IN_SIGNATURES, new Signatures(api, allowed).culprits(extension));
        return List.copyOf(found);
    }

    private static void add(List<RuleViolation> found, ExtensionRule rule, Stream<String> culprits) {
        culprits.distinct()
                .sorted()
                .map(culprit -> new RuleViolation(rule, culprit))
                .forEach(found::add);
    }

    /**
     * Fails unless every rule is kept.
     *
     * @throws AssertionError naming for each violation the rule and what breaks it
     */
    public void check() {
        List<RuleViolation> found = violations();
        if (!found.isEmpty()) {
            throw new AssertionError(found.stream()
                    .map(violation -> "\n- " + violation)
                    .collect(
                            Collectors.joining("", extension.name() + " does not keep the rules for extensions:", "")));
        }
    }
}
