package fr.agora.bench;

import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * One HTTP request, written out once so that repeating it costs the load generator next to nothing.
 *
 * @param port on loopback
 * @param bytes request line, headers and body
 */
record Request(int port, byte[] bytes) {

    static Request get(URI uri, String... headers) {
        return of("GET", uri, "", "", headers);
    }

    static Request post(URI uri, String json, String... headers) {
        return of("POST", uri, "application/json", json, headers);
    }

    static Request put(URI uri, String json, String... headers) {
        return of("PUT", uri, "application/json", json, headers);
    }

    static Request form(URI uri, String form) {
        return of("POST", uri, "application/x-www-form-urlencoded", form);
    }

    // headers: names and values in turn
    private static Request of(String method, URI uri, String type, String content, String... headers) {
        StringBuilder head = new StringBuilder();
        String path = uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
        line(head, method + " " + path + " HTTP/1.1");
        line(head, "Host: " + uri.getRawAuthority());
        line(head, "Accept: application/json");
        for (int i = 0; i < headers.length; i += 2) {
            line(head, headers[i] + ": " + headers[i + 1]);
        }
        byte[] body = content.getBytes(StandardCharsets.UTF_8);
        if (!method.equals("GET")) {
            line(head, "Content-Type: " + type);
            line(head, "Content-Length: " + body.length);
        }
        line(head, "");
        byte[] start = head.toString().getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = new byte[start.length + body.length];
        System.arraycopy(start, 0, bytes, 0, start.length);
        System.arraycopy(body, 0, bytes, start.length, body.length);
        return new Request(uri.getPort(), bytes);
    }

    private static void line(StringBuilder head, String line) {
        if (line.indexOf('\r') >= 0 || line.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("A header is one line");
        }
        head.append(line).append("\r\n");
    }
}
