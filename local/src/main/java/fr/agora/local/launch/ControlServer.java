package fr.agora.local.launch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/** Where the other commands reach the supervisor: loopback, and only for who can read the token's file. */
final class ControlServer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final String token = Secrets.random();
    private final Supervisor supervisor;
    private final Runnable stop;
    private final Home home;

    ControlServer(Settings settings, Home home, Supervisor supervisor, Runnable stop) throws IOException {
        this.supervisor = supervisor;
        this.stop = stop;
        this.home = home;
        int port = settings.ports().of(PortPlan.Use.CONTROL);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        PrivateFile.write(home.control(), port + " " + token + "\n");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!isAllowed(exchange)) {
                respond(exchange, 401, Map.of());
                return;
            }
            try {
                respond(exchange, 200, answerTo(exchange.getRequestURI().getPath()));
            } catch (LaunchFailure failure) {
                respond(
                        exchange,
                        409,
                        Map.of("sentence", String.valueOf(failure.getMessage()), "advice", failure.advice()));
            }
        }
    }

    private Object answerTo(String path) throws LaunchFailure {
        List<String> words = List.of(path.substring(1).split("/"));
        if (words.equals(List.of("status"))) {
            return supervisor.status();
        }
        if (words.equals(List.of("stop"))) {
            stop.run();
            return Map.of();
        }
        if (words.size() == 2) {
            return change(words.get(0), words.get(1));
        }
        throw unknown(path);
    }

    private Object change(String verb, String part) throws LaunchFailure {
        switch (verb) {
            case "start" -> supervisor.startPart(part);
            case "stop" -> supervisor.stopPart(part);
            case "kill" -> supervisor.killPart(part);
            default -> throw unknown(verb);
        }
        return Map.of();
    }

    private static LaunchFailure unknown(String what) {
        return new LaunchFailure(new LaunchFailure.WrongCommand("The supervisor does not know \"" + what + "\"."));
    }

    private boolean isAllowed(HttpExchange exchange) {
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        return given != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
    }

    private static void respond(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        try {
            Files.deleteIfExists(home.control());
        } catch (IOException ignored) {
            // a stale file leads to a closed port, which the commands understand
        }
    }
}
