package fr.agora.gateway;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;

/** What came back through the gateway. */
public record Answer(int status, HttpResponse<String> response) {

    public String body() {
        return response.body();
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public List<String> headers(String name) {
        return response.headers().allValues(name);
    }

    /** Where it leads the browser: by a redirect, or by a page that goes on by itself. */
    public String leadsTo() {
        return header("Location").isEmpty() ? header("Refresh").replaceFirst("^0; url=", "") : header("Location");
    }

    /** The session cookie this answer sets, as {@code name=value}. */
    public Optional<String> session() {
        return headers("Set-Cookie").stream()
                .filter(cookie -> cookie.matches("(__Host-)?AGORA_SESSION=.*"))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .findFirst();
    }
}
