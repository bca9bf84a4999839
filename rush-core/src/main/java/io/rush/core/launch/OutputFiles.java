package io.rush.core.launch;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files of a worker's outputs in a directory of the user's.
 *
 * @param output standard output
 * @param errors standard error
 */
record OutputFiles(Path output, Path errors) {
    /** Those of a worker; makes the directory where it is missing. */
    static OutputFiles of(Path directory, String workerId) throws IOException {
        Path absolute = directory.toAbsolutePath();
        Files.createDirectories(absolute);
        return new OutputFiles(absolute.resolve(workerId + ".out"), absolute.resolve(workerId + ".err"));
    }

    ProcessBuilder redirect(ProcessBuilder builder) {
        return builder.redirectOutput(Redirect.appendTo(output.toFile()))
                .redirectError(Redirect.appendTo(errors.toFile()));
    }
}
