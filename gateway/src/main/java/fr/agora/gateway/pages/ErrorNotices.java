package fr.agora.gateway.pages;

import fr.agora.platform.ui.ApiErrors;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;

/** What the server refuses by itself while a request passes, half a body for one, is said as everything else is. */
@Component
class ErrorNotices implements ApiErrors {

    private final Notices notices;

    ErrorNotices(Notices notices) {
        this.notices = notices;
    }

    @Override
    public void write(HttpServletRequest request, HttpServletResponse response, int status) throws IOException {
        notices.write(notice(status), new Original(request), response);
    }

    @Override
    public OptionalInt blamed(Exception failure) {
        return OptionalInt.empty();
    }

    private static Notice notice(int status) {
        return switch (status) {
            case 404 -> Notice.NOT_FOUND;
            case 405 -> Notice.METHOD_NOT_ALLOWED;
            case 413 -> Notice.BODY_TOO_LARGE;
            default -> status < 500 ? Notice.MALFORMED_REQUEST : Notice.UNEXPECTED;
        };
    }

    /** The request under the address it came with. */
    private static final class Original extends HttpServletRequestWrapper {

        Original(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getRequestURI() {
            return getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String original
                    ? original
                    : super.getRequestURI();
        }
    }
}
