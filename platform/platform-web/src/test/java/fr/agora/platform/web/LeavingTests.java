package fr.agora.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class LeavingTests {

    @Test
    void anInstanceToldToStopServesOnAndSaysFarewellUntilItsTimeIsOver() throws Exception {
        ConfigurableApplicationContext service = SpringApplication.run(
                Greeting.class,
                "--spring.config.import=classpath:platform-defaults.yaml",
                "--server.address=127.0.0.1",
                "--server.port=0",
                "--agora.web.leave-after=3s");
        int port = Integer.parseInt(service.getEnvironment().getProperty("local.server.port", ""));
        List<String> answers = new ArrayList<>(List.of(ask(port, "/api/bonjour")));
        String ready = ask(port, "/readyz");

        Thread end = Thread.ofPlatform().start(service::close);
        while (!answers.getLast().contains("X-Agora-Leaving: 1")) {
            answers.add(ask(port, "/api/bonjour"));
        }
        String stillReady = ask(port, "/readyz");
        end.join();

        assertThat(answers).allMatch(answer -> answer.startsWith("HTTP/1.1 200") && answer.contains("bonjour"));
        assertThat(answers.getFirst()).doesNotContain("Leaving", "Connection: close");
        assertThat(answers.getLast()).contains("Connection: close");
        assertThat(ready).startsWith("HTTP/1.1 200");
        assertThat(stillReady).startsWith("HTTP/1.1 503");
        assertThatThrownBy(() -> ask(port, "/api/bonjour")).isInstanceOf(IOException.class);
    }

    /** What the server answers on a connection it could keep. */
    private static String ask(int port, String path) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            StringBuilder answer = new StringBuilder();
            byte[] buffer = new byte[4096];
            do {
                int read = socket.getInputStream().read(buffer);
                if (read < 0) {
                    throw new EOFException("Half an answer: " + answer);
                }
                answer.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
            } while (answer.indexOf("}") < 0 && answer.indexOf("bonjour") < 0);
            return answer.toString();
        }
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Greeting {

        @RestController
        static class GreetingApi {

            @GetMapping("/api/bonjour")
            String greet() {
                return "bonjour";
            }
        }
    }
}
