package io.rush.it.rules;

import io.rush.it.arch.ExtensionRules;
import java.nio.file.Path;

/** What a test of an author's does, as a program: checks a jar and prints what is wrong with it. */
final class RulesProgram {
    private RulesProgram() {}

    public static void main(String[] arguments) {
        System.out.println("named module: " + RulesProgram.class.getModule().isNamed());
        ExtensionRules.of(Path.of(arguments[0])).violations().forEach(System.out::println);
    }
}
