package fr.agora.jobs.application.web;

import fr.agora.jobs.application.Applying;
import fr.agora.jobs.application.Cv;
import fr.agora.platform.web.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** Hands a candidate's file out, to be saved and never to be shown by a browser as ours. */
final class Download {

    private Download() {}

    static void send(@Nullable Cv cv, Applying applying, HttpServletResponse response) throws IOException {
        if (cv == null) {
            throw ProblemException.notFound();
        }
        response.setContentType(cv.type().media());
        response.setContentLengthLong(cv.size());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(cv.name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        try (InputStream content = applying.content(cv)) {
            content.transferTo(response.getOutputStream());
        }
    }
}
