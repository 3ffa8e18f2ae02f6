package fr.agora.platform.ui;

import fr.agora.platform.web.ProblemClassifier;
import fr.agora.platform.web.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.OptionalInt;
import org.springframework.http.HttpStatus;

/** The problems of the services, with their codes and texts. */
final class ProblemErrors implements ApiErrors {

    private final ProblemWriter problems;

    ProblemErrors(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void write(HttpServletRequest request, HttpServletResponse response, int status) throws IOException {
        problems.write(request, response, ProblemClassifier.ofStatus(status));
    }

    @Override
    public OptionalInt blamed(Exception failure) {
        HttpStatus status = ProblemClassifier.classify(failure).type().status();
        return status == HttpStatus.INTERNAL_SERVER_ERROR ? OptionalInt.empty() : OptionalInt.of(status.value());
    }
}
