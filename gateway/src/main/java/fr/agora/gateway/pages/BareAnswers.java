package fr.agora.gateway.pages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * What the server answers to a request it cannot read, before any filter and any session: whoever asks for a page or a
 * program gets it in both languages, since nobody's is known yet.
 */
public final class BareAnswers extends ErrorReportValve {

    private static final String FRENCH = "L’adresse ou la requête contient des caractères qui ne sont pas acceptés.";
    private static final String ENGLISH = "The address or the request contains characters that are not accepted.";
    private static final String PROBLEM = """
        {"type":"urn:agora:problem:malformed-request","title":"Requête mal formée","status":%%d,"detail":"%1$s",\
        "texts":{"fr":"%1$s","en":"%2$s"}}\
        """.formatted(FRENCH, ENGLISH);
    private static final String PAGE = """
        <!doctype html>
        <html lang="fr"><head><meta charset="utf-8"><title>Requête mal formée – Agora</title></head>
        <body><main><h1>Requête mal formée</h1><p>%s</p><p lang="en">%s</p><p><a href="/">Accueil</a></p></main></body>
        </html>
        """.formatted(FRENCH, ENGLISH);

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        String path = request.getDecodedRequestURI() == null ? request.getRequestURI() : request.getDecodedRequestURI();
        // a request line that cannot be read names no path; no browser sends one
        boolean page = path != null && !path.isEmpty() && !path.startsWith("/api/");
        byte[] body = (page ? PAGE : PROBLEM.formatted(status)).getBytes(StandardCharsets.UTF_8);
        try {
            response.setContentType(page ? "text/html" : "application/problem+json");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            container.getLogger().debug("Nobody waits for the answer any more", gone);
        }
    }
}
