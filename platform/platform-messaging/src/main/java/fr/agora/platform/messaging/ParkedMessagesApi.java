package fr.agora.platform.messaging;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.AmqpException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The operator's view of what is parked; the path itself is the administrators' in every service. */
@RestController
@RequestMapping("/api/${agora.messaging.name}/admin/parked")
@PreAuthorize("hasRole('ADMIN')")
class ParkedMessagesApi {

    private static final int MOST_SHOWN = 100;
    private static final int MOST_MOVED = 1_000;

    private final ParkedMessages parked;

    ParkedMessagesApi(ParkedMessages parked) {
        this.parked = parked;
    }

    @GetMapping
    Overview overview() {
        return new Overview(parked.counts(), parked.facts(MOST_SHOWN));
    }

    /** Sends parked messages back to one queue or, without a name, to all of them, and parked facts to the relay. */
    @PostMapping("/replay")
    Moved replay(@RequestParam @Nullable String queue, @RequestParam(defaultValue = "1000") int max) {
        if (max < 1 || max > MOST_MOVED) {
            throw new IllegalArgumentException("max is 1 to %d: %d".formatted(MOST_MOVED, max));
        }
        if (queue != null) {
            return new Moved(parked.replay(queue, max), 0);
        }
        var moved = parked.queues().stream()
                .mapToInt(each -> parked.replay(each, max))
                .sum();
        return new Moved(moved, parked.releaseFacts(max));
    }

    @ExceptionHandler
    ProblemDetail away(AmqpException e) {
        return problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "temporarily-unavailable",
                "Le courtier de messages ne répond pas ; réessayez dans quelques instants.",
                "The broker does not answer; try again in a moment.");
    }

    @ExceptionHandler
    ProblemDetail unfit(IllegalArgumentException e) {
        return problem(
                HttpStatus.BAD_REQUEST,
                "invalid-parameter",
                "La file ou le nombre ne convient pas : " + e.getMessage(),
                "The queue or the number does not fit: " + e.getMessage());
    }

    private static ProblemDetail problem(HttpStatus status, String code, String french, String english) {
        var problem = ProblemDetail.forStatusAndDetail(status, french);
        problem.setType(java.net.URI.create("urn:agora:problem:" + code));
        problem.setProperty("texts", Map.of("fr", french, "en", english));
        return problem;
    }

    record Overview(Map<String, Long> queues, List<ParkedMessages.ParkedFact> facts) {}

    record Moved(int messages, int facts) {}
}
