package io.rush.it.arch;

/** A rule that every extension of rush keeps. Its text is a sentence. */
public enum ExtensionRule {
    /**
     * Its classes and its module descriptor use the exported packages of {@code io.rush.api} and nothing else of rush: all
     * else may change at any time. What its tests use, such as rush-it, is not looked at.
     */
    API_ONLY("an extension uses io.rush.api and nothing else of rush"),

    /** Its packages begin with the name of its module, so that no two extensions collide. Of named modules only. */
    PACKAGES_NAMED_AFTER_MODULE("every package of a named module begins with the module's name"),

    /**
     * It provides a service of rush, and each provider is a public class in it that implements its service and has a public
     * constructor without arguments, as both paths need.
     */
    CREATABLE_PROVIDERS("every provider is a public class with a public constructor without arguments"),

    /** Its module descriptor provides what {@code META-INF/services} names. Of named modules only. */
    SAME_PROVIDERS_ON_BOTH_PATHS("the module descriptor and META-INF/services name the same providers"),

    /**
     * What it exports speaks in types of the JDK, of {@code io.rush.api}, and in exported types of its own, so that nobody
     * depends on the library beneath by depending on it. A jar that is no named module exports all its packages.
     */
    NO_FOREIGN_TYPES_IN_SIGNATURES("exported signatures name no type of a library and none that is not exported");

    private final String sentence;

    ExtensionRule(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String toString() {
        return sentence;
    }
}
