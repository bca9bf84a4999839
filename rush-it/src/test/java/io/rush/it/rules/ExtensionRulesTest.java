package io.rush.it.rules;

import static io.rush.it.arch.ExtensionRule.API_ONLY;
import static io.rush.it.arch.ExtensionRule.CREATABLE_PROVIDERS;
import static io.rush.it.arch.ExtensionRule.NO_FOREIGN_TYPES_IN_SIGNATURES;
import static io.rush.it.arch.ExtensionRule.PACKAGES_NAMED_AFTER_MODULE;
import static io.rush.it.arch.ExtensionRule.SAME_PROVIDERS_ON_BOTH_PATHS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.Rush;
import io.rush.it.arch.ExtensionRule;
import io.rush.it.arch.ExtensionRules;
import io.rush.it.arch.RuleViolation;
import io.rush.it.support.JavaSources;
import io.rush.it.support.Jvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What keeps the rules passes; each way to break one is told with the rule and the culprit. */
class ExtensionRulesTest {
    private static final String SERVICE = "io.rush.api.LoopProvider";
    private static final String PROVIDER = "com.example.loop.Provider";
    private static final String PROVIDES = "requires io.rush.api; provides " + SERVICE + " with " + PROVIDER + ";";

    /** For the class path; a sound one. */
    private static final JavaSources SOUND = JavaSources.none()
            .with("Provider.java", provider("com.example.loop", "public final class Provider", ""))
            .service(SERVICE, PROVIDER);

    private static final JavaSources SOUND_MODULE = SOUND.module("com.example.loop", PROVIDES);

    @TempDir
    private Path directory;

    private static String provider(String packageName, String head, String member) {
        return """
                package %s;

                import io.rush.api.LoopContext;
                import io.rush.api.LoopProvider;
                import io.rush.api.WorkerLoop;

                %s implements LoopProvider {
                    %s

                    public String name() {
                        return "sample";
                    }

                    public WorkerLoop create(LoopContext context) {
                        return worker -> {};
                    }
                }
                """.formatted(packageName, head, member);
    }

    private static String type(String packageName, String declaration) {
        return "package " + packageName + ";\n\n" + declaration + "\n";
    }

    @Test
    void whatIsSoundPassesAsEveryKindOfExtension() throws IOException {
        ExtensionRules.of(SOUND_MODULE.compile(directory, Jvm.path())).check();
        ExtensionRules.of(SOUND_MODULE.pack(directory, "module.jar", Jvm.path()))
                .check();
        ExtensionRules.of(SOUND.compile(directory, Jvm.path())).check();
        ExtensionRules.of(SOUND.pack(directory, "automatic.jar", Jvm.path())).check();
    }

    @Test
    void theCoreIsNotToBeUsed() throws IOException {
        JavaSources insider = SOUND.with(
                "Insider.java",
                type("com.example.loop", "class Insider { Object core = new io.rush.core.CoreRushProvider(); }"));

        assertBroken(insider, API_ONLY, "com.example.loop.Insider", "io.rush.core.CoreRushProvider");
    }

    @Test
    void theCoreIsNotToBeRequired() throws IOException {
        JavaSources insider = SOUND.module("com.example.loop", "requires io.rush.core; " + PROVIDES);

        assertBroken(insider, API_ONLY, "the module requires io.rush.core");
    }

    @Test
    void theToolsOfTestsBelongToTests() throws IOException {
        JavaSources tester = SOUND.with(
                "Tester.java", type("com.example.loop", "class Tester { io.rush.it.arch.ExtensionRules[] rules; }"));

        assertBroken(tester, API_ONLY, "com.example.loop.Tester", "io.rush.it.arch.ExtensionRules");
    }

    @Test
    void packagesAreNamedAfterTheModule() throws IOException {
        JavaSources strange = SOUND_MODULE
                .with("Elsewhere.java", type("com.example.elsewhere", "class Elsewhere {}"))
                .with("Longer.java", type("com.example.looping", "class Longer {}"));

        assertBroken(strange, PACKAGES_NAMED_AFTER_MODULE, "com.example.loop", "com.example.elsewhere");
        assertBroken(strange, PACKAGES_NAMED_AFTER_MODULE, "com.example.loop", "com.example.looping");
    }

    @ParameterizedTest
    @CsvSource({
        "final class Provider, '', is not public",
        "public abstract class Provider, '', is abstract",
        "public final class Provider, public Provider(int tasks) {}, has no public constructor without arguments",
        "public final class Provider, Provider() {}, has no public constructor without arguments"
    })
    void providersCanBeCreated(String head, String member, String wrong) throws IOException {
        JavaSources hidden = SOUND.with("Provider.java", provider("com.example.loop", head, member));

        assertBroken(hidden, CREATABLE_PROVIDERS, PROVIDER + " " + wrong);
    }

    @Test
    void aProviderMethodWouldServeTheModulePathAlone() throws IOException {
        JavaSources modern = SOUND_MODULE.with(
                "Provider.java",
                provider(
                        "com.example.loop",
                        "public final class Provider",
                        "private Provider() {} public static LoopProvider provider() { return new Provider(); }"));

        assertBroken(modern, CREATABLE_PROVIDERS, PROVIDER + " has no public constructor without arguments");
    }

    @Test
    void providersAreThereAndImplementTheirService() throws IOException {
        assertBroken(SOUND.service(SERVICE, "com.example.loop.Absent"), CREATABLE_PROVIDERS, "com.example.loop.Absent");
        assertBroken(
                SOUND.service("io.rush.api.store.StoreProvider", PROVIDER),
                CREATABLE_PROVIDERS,
                PROVIDER + " does not implement io.rush.api.store.StoreProvider");
    }

    @Test
    void anExtensionProvidesSomething() throws IOException {
        assertBroken(SOUND.withoutService(SERVICE), CREATABLE_PROVIDERS, "provides no service of rush");
    }

    @Test
    void bothPathsFindTheSame() throws IOException {
        assertBroken(
                SOUND_MODULE.withoutService(SERVICE),
                SAME_PROVIDERS_ON_BOTH_PATHS,
                "only the module descriptor names " + PROVIDER + " as provider of " + SERVICE);
        assertBroken(
                SOUND.module("com.example.loop", "requires io.rush.api;"),
                SAME_PROVIDERS_ON_BOTH_PATHS,
                "only META-INF/services names " + PROVIDER + " as provider of " + SERVICE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "public org.slf4j.Logger logger() { return null; } | logger()",
                "protected void log(org.slf4j.Logger[] loggers) {} | log(",
                "public java.util.List<? extends org.slf4j.Logger> loggers; | loggers",
                "public <T extends org.slf4j.Logger> void log(T logger) {} | log(",
                "public interface Inner extends org.slf4j.Logger {} | Api$Inner"
            })
    void exportedSignaturesNameNoLibrary(String member, String where) throws IOException {
        JavaSources leaking = SOUND.with("Api.java", type("com.example.loop", "public class Api { " + member + " }"));

        assertBroken(leaking, NO_FOREIGN_TYPES_IN_SIGNATURES, "com.example.loop.Api", where, "org.slf4j.Logger");
    }

    @Test
    void exportedSignaturesNameNoTypeThatIsNotExported() throws IOException {
        JavaSources leaking = SOUND.module("com.example.loop", "exports com.example.loop; " + PROVIDES)
                .with(
                        "Api.java",
                        type("com.example.loop", "public class Api { public com.example.loop.inner.Inner inner; }"))
                .with("Inner.java", type("com.example.loop.inner", "public class Inner {}"));

        assertBroken(
                leaking,
                NO_FOREIGN_TYPES_IN_SIGNATURES,
                "com.example.loop.Api.inner names com.example.loop.inner.Inner, which is not exported");
    }

    @Test
    void whatNobodySeesMayNameWhatItLikes() throws IOException {
        String hidden = "private org.slf4j.Logger logger; org.slf4j.Logger logger() { return logger; }"
                + " private interface Inner extends org.slf4j.Logger {}";
        JavaSources discreet = SOUND.with("Api.java", type("com.example.loop", "public class Api { " + hidden + " }"))
                .with("Inner.java", type("com.example.loop", "class Inner { public org.slf4j.Logger logger; }"));

        ExtensionRules.of(discreet.compile(directory, Jvm.path())).check();
    }

    @Test
    void packagesCanBeAllowedInSignatures() throws IOException {
        JavaSources kit = SOUND.with(
                "Api.java", type("com.example.loop", "public class Api { public org.slf4j.event.Level level; }"));
        ExtensionRules rules = ExtensionRules.of(kit.compile(directory, Jvm.path()));

        rules.allowInSignatures("org.slf4j").check();
        assertThat(rules.allowInSignatures("org.slf4j.even").violations()).hasSize(1);
    }

    @Test
    void theFailureNamesTheExtensionAndEveryRuleThatIsBroken() throws IOException {
        Path jar = SOUND_MODULE
                .withoutService(SERVICE)
                .with("Elsewhere.java", type("com.example.elsewhere", "class Elsewhere {}"))
                .pack(directory, "broken.jar", Jvm.path());

        assertThatThrownBy(() -> ExtensionRules.of(jar).check())
                .isInstanceOf(AssertionError.class)
                .hasMessage("com.example.loop does not keep the rules for extensions:\n"
                        + "- every package of a named module begins with the module's name, but the module"
                        + " com.example.loop has the package com.example.elsewhere\n"
                        + "- the module descriptor and META-INF/services name the same providers, but only the module"
                        + " descriptor names com.example.loop.Provider as provider of io.rush.api.LoopProvider");
    }

    @Test
    void anExtensionIsFoundByOneOfItsClasses() {
        assertThat(ExtensionRules.of(Rush.class).violations())
                .containsExactly(new RuleViolation(CREATABLE_PROVIDERS, "io.rush.api provides no service of rush"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExtensionRules.of(String.class))
                .withMessageContaining("java.lang.String");
    }

    @Test
    void authorsOnTheClassPathFindTheSame() throws Exception {
        Path jar = SOUND_MODULE.withoutService(SERVICE).pack(directory, "broken.jar", Jvm.path());

        Process process = Jvm.start(RulesProgram.class, List.of(jar.toString()));
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(output.lines()).first().isEqualTo("named module: false");
        assertThat(output.lines().skip(1))
                .containsExactlyElementsOf(ExtensionRules.of(jar).violations().stream()
                        .map(RuleViolation::toString)
                        .toList())
                .hasSize(1);
    }

    @Test
    void nothingIsNoExtension() throws IOException {
        Path missing = directory.resolve("missing.jar");
        Path empty = Files.createDirectory(directory.resolve("empty"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExtensionRules.of(missing))
                .withMessageContaining("missing.jar");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExtensionRules.of(empty))
                .withMessageContaining("no class");
    }

    private void assertBroken(JavaSources sources, ExtensionRule rule, String... words) throws IOException {
        List<RuleViolation> violations =
                ExtensionRules.of(sources.compile(directory, Jvm.path())).violations();

        assertThat(violations).isNotEmpty().allMatch(violation -> violation.rule() == rule);
        assertThat(violations)
                .anySatisfy(violation -> assertThat(violation.culprit()).contains(words));
    }
}
