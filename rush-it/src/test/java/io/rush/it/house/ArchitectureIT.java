package io.rush.it.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.rush.it.arch.ExtensionRule.CREATABLE_PROVIDERS;
import static io.rush.it.arch.ExtensionRule.NO_FOREIGN_TYPES_IN_SIGNATURES;
import static io.rush.it.arch.ExtensionRule.SAME_PROVIDERS_ON_BOTH_PATHS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import io.rush.it.arch.ExtensionRules;
import io.rush.it.arch.RuleViolation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of the house, held over what was built. */
class ArchitectureIT {
    private static final String[] CACHE_AND_JSON = {"com.github.benmanes.caffeine..", "tools.jackson.."};
    private static final String JEDIS = "redis.clients..";

    /** What a kit of tests may speak of. */
    private static final String JUNIT = "org.junit.jupiter.api";

    private static final List<RushModule> MODULES = RushModule.all();
    private static final Map<String, RushModule> BY_NAME =
            MODULES.stream().collect(Collectors.toMap(RushModule::name, Function.identity()));
    private static final JavaClasses ALL = RushModule.classes(MODULES);

    @Test
    void everyModuleIsLookedAt() {
        assertThat(BY_NAME)
                .containsKeys(
                        "io.rush.api",
                        "io.rush.core",
                        "io.rush.embedded",
                        "io.rush.it",
                        "io.rush.log.logback",
                        "io.rush.loop.inprocess",
                        "io.rush.loop.process",
                        "io.rush.store.jedis",
                        "io.rush.store.lettuce");
        assertThat(MODULES)
                .allSatisfy(module -> assertThat(module.classes()).hasSizeGreaterThan(3))
                .allSatisfy(
                        module -> assertThat(module.descriptor().isAutomatic()).isFalse());
    }

    @Test
    void storesLoopsAndSourcesOfLogsSeeTheApiAndNothingElseOfRush() {
        List<RushModule> plugins = plugins();

        assertThat(plugins).hasSizeGreaterThanOrEqualTo(5).allSatisfy(plugin -> {
            assertThat(plugin.requires()).contains("io.rush.api");
            assertThat(plugin.requires().stream().filter(name -> name.startsWith("io.rush.")))
                    .containsExactly("io.rush.api");
            noClasses()
                    .should()
                    .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("io.rush..")
                            .and(JavaClass.Predicates.resideOutsideOfPackages("io.rush.api..", plugin.name() + "..")))
                    .check(plugin.classes());
        });
    }

    @Test
    void storesLoopsAndSourcesOfLogsExportNothing() {
        assertThat(plugins()).isNotEmpty().allSatisfy(plugin -> {
            assertThat(plugin.descriptor().exports()).isEmpty();
            assertThat(plugin.provides()).isNotEmpty();
        });
    }

    private static List<RushModule> plugins() {
        return MODULES.stream()
                .filter(module -> module.name().startsWith("io.rush.store.")
                        || module.name().startsWith("io.rush.loop.")
                        || module.name().startsWith("io.rush.log."))
                .toList();
    }

    @Test
    void whatProvidesServicesKeepsTheRulesForExtensions() {
        List<RushModule> providing =
                MODULES.stream().filter(module -> !module.provides().isEmpty()).toList();

        assertThat(providing)
                .containsAll(plugins())
                .contains(BY_NAME.get("io.rush.core"), BY_NAME.get("io.rush.embedded"));
        providing.forEach(module -> ExtensionRules.of(module.place()).check());
    }

    @Test
    void theApiSeesNothingElse() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("io.rush.api..", "java..", "javax.crypto..", "javax.net..", "org.jspecify..")
                .check(BY_NAME.get("io.rush.api").classes());
        assertThat(BY_NAME.get("io.rush.api").requires()).containsOnly("java.base", "org.jspecify");
    }

    @Test
    void nothingButCoreSeesTheCacheAndTheJsonLibrary() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.rush.core..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CACHE_AND_JSON)
                .check(ALL);
        for (String library : CACHE_AND_JSON) {
            assertThat(dependantsOn(library))
                    .as(library)
                    .isNotEmpty()
                    .allMatch(name -> name.startsWith("io.rush.core."));
        }
    }

    @Test
    void nothingButItsOwnModuleSeesJedis() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.rush.store.jedis..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(JEDIS)
                .check(ALL);
        assertThat(dependantsOn(JEDIS)).isNotEmpty().allMatch(name -> name.startsWith("io.rush.store.jedis"));
    }

    @Test
    void nothingButItsOwnModuleSeesLogback() {
        assertThat(dependantsOn("ch.qos.logback..")).containsExactly("io.rush.log.logback");
    }

    private static List<String> dependantsOn(String packages) {
        return ALL.stream()
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency ->
                                JavaClass.Predicates.resideInAPackage(packages).test(dependency.getTargetClass())))
                .map(JavaClass::getPackageName)
                .distinct()
                .toList();
    }

    @Test
    void everyLibraryIsSeenByOneModuleAlone() {
        Map<String, Set<String>> users = ALL.stream()
                .flatMap(type -> librariesOf(type)
                        .map(library -> Map.entry(library, moduleOf(type).name())))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));

        assertThat(users)
                .containsKeys("ch.qos", "com.github", "io.lettuce", "io.netty", "redis.clients", "tools.jackson")
                .allSatisfy(
                        (library, modules) -> assertThat(modules).as(library).hasSize(1));
    }

    /** Of what is neither the JDK's nor rush's, the first two words of its package. */
    private static Stream<String> librariesOf(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(used -> !used.isPrimitive())
                .map(used -> used.getPackageName().replaceFirst("^(\\w+\\.\\w+).*", "$1"))
                .filter(library -> !library.matches("(java|javax|jdk|sun|com\\.sun|io\\.rush|org\\.jspecify)\\b.*"));
    }

    @Test
    void noTypeOfALibraryOrOfAnInternalPackageStandsInAnExportedSignature() {
        List<RushModule> exporting =
                MODULES.stream().filter(module -> !module.exports().isEmpty()).toList();

        assertThat(exporting)
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(module -> assertThat(module.exportedClasses()).isNotEmpty())
                .allSatisfy(module -> assertThat(ExtensionRules.of(module.place())
                                .allowInSignatures(
                                        module.name().equals("io.rush.it")
                                                ? new String[] {JUNIT, "io.rush.embedded"}
                                                : new String[0])
                                .violations())
                        .filteredOn(violation -> violation.rule() == NO_FOREIGN_TYPES_IN_SIGNATURES)
                        .isEmpty());
    }

    @Test
    void onlyTheApiAndTheToolsOfTestsAreExported() {
        assertThat(BY_NAME.get("io.rush.api").exports())
                .containsExactlyInAnyOrder(
                        "io.rush.api", "io.rush.api.error", "io.rush.api.log", "io.rush.api.store", "io.rush.api.task");
        assertThat(MODULES.stream()
                        .filter(module -> !module.descriptor().exports().isEmpty())
                        .map(RushModule::name))
                .isSubsetOf("io.rush.api", "io.rush.embedded", "io.rush.it");
    }

    @Test
    void everyPackageBeginsWithItsModulesName() {
        assertThat(MODULES)
                .isNotEmpty()
                .allSatisfy(module -> assertThat(module.descriptor().packages())
                        .allMatch(name -> name.equals(module.name()) || name.startsWith(module.name() + ".")));
        assertThat(MODULES.stream()
                        .mapToInt(module -> module.descriptor().packages().size())
                        .sum())
                .isGreaterThan(10);
    }

    @Test
    void packagesHaveNoCycles() {
        assertThat(ALL.stream().map(JavaClass::getPackageName).distinct().count())
                .isGreaterThan(10);
        slices().matching("io.rush.(**)").should().beFreeOfCycles().check(ALL);
    }

    @Test
    void modulesHaveNoCycles() {
        assertThat(ALL.stream().map(ArchitectureIT::moduleOf).distinct()).hasSameSizeAs(MODULES);
        slices().assignedFrom(new ModuleOfClass(MODULES))
                .should()
                .beFreeOfCycles()
                .check(ALL);
    }

    private static RushModule moduleOf(JavaClass type) {
        return MODULES.stream().filter(module -> module.holds(type)).findFirst().orElseThrow();
    }

    @Test
    void bothPathsFindTheSameProviders() {
        assertThat(MODULES)
                .allSatisfy(module -> assertThat(violationsOf(module))
                        .filteredOn(violation -> violation.rule() == SAME_PROVIDERS_ON_BOTH_PATHS)
                        .isEmpty());
        assertThat(MODULES.stream().flatMap(module -> module.provides().keySet().stream()))
                .contains(
                        "io.rush.api.RushProvider",
                        "io.rush.api.LoopProvider",
                        "io.rush.api.log.LogSource",
                        "io.rush.api.store.StoreProvider",
                        "io.rush.api.store.ServerProvider");
    }

    @Test
    void everyProviderIsAPublicClassWithAPublicConstructorWithoutArguments() {
        List<RushModule> providing =
                MODULES.stream().filter(module -> !module.provides().isEmpty()).toList();

        assertThat(providing)
                .hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(module -> assertThat(violationsOf(module))
                        .filteredOn(violation -> violation.rule() == CREATABLE_PROVIDERS)
                        .isEmpty());
    }

    private static List<RuleViolation> violationsOf(RushModule module) {
        return ExtensionRules.of(module.place()).violations();
    }
}
