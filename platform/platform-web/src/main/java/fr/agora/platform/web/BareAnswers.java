package fr.agora.platform.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * What the server itself answers to a request it refuses before any of us sees it: a problem detail for programs, a bare
 * page for people, in both languages since nobody's is known yet.
 */
public final class BareAnswers extends ErrorReportValve {

    private static final String PROBLEM = """
        {"type":"urn:agora:problem:invalid-request","title":"Requête non valable","status":%d,\
        "detail":"La requête n’a pas pu être comprise.",\
        "texts":{"fr":"La requête n’a pas pu être comprise.","en":"The request could not be understood."}}\
        """;
    private static final String PAGE = """
        <!doctype html>
        <html lang="fr"><head><meta charset="utf-8"><title>Requête non valable – Agora</title></head>
        <body><main><h1>Requête non valable</h1><p>La requête n’a pas pu être comprise.</p>
        <p lang="en">The request could not be understood.</p><p><a href="/">Accueil</a></p></main></body></html>
        """;

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        @Nullable
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
