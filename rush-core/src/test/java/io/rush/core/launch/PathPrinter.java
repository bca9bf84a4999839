package io.rush.core.launch;

/** A child JVM that prints its class path and its module path. */
public final class PathPrinter {
    private PathPrinter() {}

    public static void main(String[] arguments) {
        System.out.println(System.getProperty("java.class.path", ""));
        System.out.println(System.getProperty("jdk.module.path", ""));
    }
}
