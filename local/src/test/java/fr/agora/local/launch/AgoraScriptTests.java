package fr.agora.local.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script at the root of the checkout, on a machine made of fakes. */
class AgoraScriptTests {

    @TempDir
    Path machine;

    @Test
    void aJdk25IsFoundThoughJavaIsAnOlderOne() throws Exception {
        Path old = jdk("usr/jvm/jdk-17", "17.0.15", true);
        Path wanted = jdk("usr/jvm/jdk-25", "25.0.1", true);
        program(old.resolve("bin"), "java", "echo 17");

        Answer answer =
                agora(Map.of("AGORA_JDK_FOLDERS", machine.resolve("usr/jvm").toString()), old.resolve("bin"), "jdk");

        assertThat(answer).isEqualTo(new Answer(0, wanted + "\n", ""));
    }

    @Test
    void javaHomeGoesFirst() throws Exception {
        jdk("usr/jvm/jdk-25", "25.0.1", true);
        Path mine = jdk("mine", "25", true);

        Answer answer = agora(
                Map.of("AGORA_JDK_FOLDERS", machine.resolve("usr/jvm").toString(), "JAVA_HOME", mine.toString()),
                machine,
                "jdk");

        assertThat(answer.out()).isEqualTo(mine + "\n");
    }

    @Test
    void aRuntimeWithoutCompilerIsNoJdk() throws Exception {
        jdk("usr/jvm/jre-25", "25.0.1", false);
        jdk("usr/jvm/jdk-250", "250.0.1", true);

        Answer answer =
                agora(Map.of("AGORA_JDK_FOLDERS", machine.resolve("usr/jvm").toString()), machine, "jdk");

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err().lines().toList())
                .hasSize(2)
                .first()
                .isEqualTo("✘ Agora needs a JDK 25 (with javac) and none was found.");
    }

    @Test
    void anUnknownCommandIsAnsweredWithASentence() throws Exception {
        Answer answer = agora(Map.of(), machine, "upp");

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).startsWith("✘ There is no command \"upp\".");
    }

    @Test
    void helpNeedsNothing() throws Exception {
        Answer answer = agora(Map.of(), machine, "help");

        assertThat(answer.code()).isZero();
        assertThat(answer.out()).contains("up [--detach]", "import KIND FILE");
    }

    private record Answer(int code, String out, String err) {}

    private Answer agora(Map<String, String> environment, Path pathFirst, String... words) throws Exception {
        Path script = Path.of("..", "agora").toRealPath();
        ProcessBuilder builder =
                new ProcessBuilder(Stream.concat(Stream.of("/bin/sh", script.toString()), Stream.of(words))
                        .toList());
        builder.environment().clear();
        builder.environment().put("PATH", pathFirst + ":" + tools());
        builder.environment().put("HOME", machine.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(environment);
        Path out = machine.resolve("out");
        Path err = machine.resolve("err");
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Answer(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    // the system's tools without its java: only what the script calls
    private Path tools() throws IOException {
        Path tools = Files.createDirectories(machine.resolve("tools"));
        for (String tool : List.of("dirname", "grep", "sed", "cat", "date", "readlink")) {
            Path real = Stream.of("/usr/bin", "/bin")
                    .map(folder -> Path.of(folder, tool))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow();
            program(tools, tool, "exec " + real + " \"$@\"");
        }
        return tools;
    }

    private Path jdk(String place, String version, boolean withCompiler) throws IOException {
        Path jdk = machine.resolve(place);
        program(jdk.resolve("bin"), "java", ":");
        if (withCompiler) {
            program(jdk.resolve("bin"), "javac", ":");
        }
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        return jdk;
    }

    private static void program(Path folder, String name, String script) throws IOException {
        Files.createDirectories(folder);
        Path program = folder.resolve(name);
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
