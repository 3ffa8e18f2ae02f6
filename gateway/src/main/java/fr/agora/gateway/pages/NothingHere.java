package fr.agora.gateway.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The last word: whatever no route, filter or handler answered becomes a notice, never a stack. */
@Controller
class NothingHere implements ErrorController {

    private final Notices notices;

    NothingHere(Notices notices) {
        this.notices = notices;
    }

    @RequestMapping("${server.error.path:/error}")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        Notice notice = status instanceof Integer code ? noticeFor(code) : Notice.NOT_FOUND;
        notices.write(notice, path instanceof String asked ? new AskedFor(request, asked) : request, response);
    }

    private static Notice noticeFor(int status) {
        return switch (status) {
            case 404 -> Notice.NOT_FOUND;
            case 405, 501 -> Notice.METHOD_NOT_ALLOWED;
            case 413 -> Notice.BODY_TOO_LARGE;
            default -> status < 500 ? Notice.MALFORMED_REQUEST : Notice.UNEXPECTED;
        };
    }

    /** The request as the browser wrote it, not the one forwarded to this page. */
    private static final class AskedFor extends jakarta.servlet.http.HttpServletRequestWrapper {

        private final String path;

        AskedFor(HttpServletRequest request, String path) {
            super(request);
            this.path = path;
        }

        @Override
        public String getRequestURI() {
            return path;
        }
    }
}
