package fr.agora.local.mail;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** Shows the mails caught: a list, one mail, the bytes of one, and all as JSON. */
final class MailPages implements AutoCloseable {

    private static final Pattern ONE = Pattern.compile("/mails/(\\d{1,9})(\\.eml)?");

    private final CaughtMails mails;
    private final HttpServer server;

    MailPages(CaughtMails mails, int port) throws IOException {
        this.mails = mails;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Matcher one = ONE.matcher(path);
            if (!exchange.getRequestMethod().equals("GET")) {
                write(exchange, 405, "text/plain", "GET");
            } else if (path.equals("/")) {
                write(exchange, 200, "text/html", MailHtml.list(mails.all()));
            } else if (path.equals("/mails.json")) {
                write(exchange, 200, "application/json", json());
            } else if (one.matches()) {
                one(exchange, mails.find(Long.parseLong(one.group(1))), one.group(2) != null);
            } else {
                write(exchange, 404, "text/html", MailHtml.absent());
            }
        }
    }

    private static void one(HttpExchange exchange, Optional<CaughtMail> mail, boolean source) throws IOException {
        if (mail.isEmpty()) {
            write(exchange, 404, "text/html", MailHtml.absent());
        } else if (source) {
            write(exchange, 200, "text/plain", new String(mail.get().source(), StandardCharsets.UTF_8));
        } else {
            write(exchange, 200, "text/html", MailHtml.one(mail.get()));
        }
    }

    private String json() {
        List<Map<String, Object>> all = mails.all().stream()
                .map(mail -> Map.<String, Object>of(
                        "number", mail.number(),
                        "at", mail.at().toString(),
                        "from", mail.from(),
                        "to", mail.to(),
                        "subject", mail.subject(),
                        "headers", mail.headers(),
                        "text", mail.text(),
                        "html", mail.html()))
                .toList();
        return JsonMapper.shared().writeValueAsString(all);
    }

    private static void write(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        // what a mail brings is shown, never run
        exchange.getResponseHeaders()
                .set(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
