package io.rush.core.worker;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The name of this machine, asked of the system before the network, as a name server may take long to answer. */
final class HostName {
    private static final Path KERNEL = Path.of("/proc/sys/kernel/hostname");

    private HostName() {}

    static String own() {
        return Stream.of(ofKernel(), Optional.ofNullable(System.getenv("COMPUTERNAME")))
                .flatMap(Optional::stream)
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElseGet(HostName::ofNetwork);
    }

    private static Optional<String> ofKernel() {
        try {
            return Optional.of(Files.readString(KERNEL).strip());
        } catch (IOException elsewhere) {
            return Optional.empty();
        }
    }

    private static String ofNetwork() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (IOException nameless) {
            return "localhost";
        }
    }
}
