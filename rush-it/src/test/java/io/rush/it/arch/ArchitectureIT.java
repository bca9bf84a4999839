package io.rush.it.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
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
    private static final List<String> FOREIGN = List.of(
            "com.github.benmanes.caffeine",
            "tools.jackson",
            "com.fasterxml.jackson",
            "redis.clients",
            "io.lettuce",
            "io.netty",
            "org.apache.commons.pool2",
            "ch.qos.logback",
            "com.google",
            "org.json",
            "org.slf4j",
            "redis.embedded");

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
                        "io.rush.store.jedis");
        assertThat(MODULES).allSatisfy(module -> assertThat(module.classes()).hasSizeGreaterThan(3));
    }

    @Test
    void storesLoopsAndSourcesOfLogsSeeTheApiAndNothingElseOfRush() {
        List<RushModule> plugins = MODULES.stream()
                .filter(module -> module.name().startsWith("io.rush.store.")
                        || module.name().startsWith("io.rush.loop.")
                        || module.name().startsWith("io.rush.log."))
                .toList();

        assertThat(plugins).hasSizeGreaterThanOrEqualTo(3).allSatisfy(plugin -> {
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
    void theApiSeesNothingElse() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("io.rush.api..", "java..", "org.jspecify..")
                .check(BY_NAME.get("io.rush.api").classes());
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
    void noTypeOfALibraryStandsInAnExportedSignature() {
        List<JavaClass> exported = MODULES.stream()
                .flatMap(module -> module.exportedClasses().stream())
                .toList();

        assertThat(exported).hasSizeGreaterThan(50);
        for (JavaClass type : exported) {
            assertThat(typesInSignaturesOf(type).filter(name -> FOREIGN.stream().anyMatch(name::startsWith)))
                    .as("types of libraries in the signatures of %s", type.getName())
                    .isEmpty();
        }
    }

    private static Stream<String> typesInSignaturesOf(JavaClass type) {
        Stream<JavaType> parents = Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
        Stream<JavaType> fields = type.getFields().stream()
                .filter(field -> isVisible(field.getModifiers()))
                .map(JavaField::getType);
        Stream<JavaType> codeUnits = type.getCodeUnits().stream()
                .filter(unit -> isVisible(unit.getModifiers()))
                .flatMap(ArchitectureIT::typesOf);
        return Stream.of(parents, fields, codeUnits)
                .flatMap(Function.identity())
                .flatMap(each -> each.getAllInvolvedRawTypes().stream())
                .map(JavaClass::getName);
    }

    private static Stream<JavaType> typesOf(JavaCodeUnit unit) {
        Stream<JavaType> thrown = unit.getExceptionTypes().stream().map(JavaType.class::cast);
        return Stream.of(unit.getParameterTypes().stream(), Stream.of(unit.getReturnType()), thrown)
                .flatMap(Function.identity());
    }

    private static boolean isVisible(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    @Test
    void onlyTheApiAndTheToolsOfTestsAreExported() {
        assertThat(BY_NAME.get("io.rush.api").exports())
                .containsExactlyInAnyOrder(
                        "io.rush.api", "io.rush.api.error", "io.rush.api.log", "io.rush.api.store", "io.rush.api.task");
        assertThat(MODULES.stream()
                        .filter(module -> !module.exports().isEmpty())
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
    void bothPathsFindTheSameProviders() {
        assertThat(MODULES).allSatisfy(module -> assertThat(module.services()).isEqualTo(module.provides()));
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
        List<String> providers = MODULES.stream()
                .flatMap(module -> module.provides().values().stream().flatMap(Set::stream))
                .toList();

        assertThat(providers).hasSizeGreaterThanOrEqualTo(4).allSatisfy(name -> {
            JavaClass provider = ALL.get(name);
            assertThat(provider.getModifiers()).contains(JavaModifier.PUBLIC);
            assertThat(provider.getConstructor().getModifiers()).contains(JavaModifier.PUBLIC);
        });
    }
}
