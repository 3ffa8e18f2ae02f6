package fr.agora.platform.audit;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.security.PublicEndpoints;
import fr.agora.platform.web.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A small service whose writes are followed. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(Ledger.Books.class)
class Ledger {

    @Bean
    PublicEndpoints opened() {
        return PublicEndpoints.none();
    }

    @Bean
    Turned clock() {
        return new Turned();
    }

    /** A clock the tests turn. */
    static final class Turned extends Clock {

        private Instant now = Instant.parse("2026-11-26T09:00:00Z");

        void forward(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @RestController
    static class Books {

        @GetMapping("/api/ledger/books/{id}")
        String read(@PathVariable String id) {
            return id;
        }

        @PostMapping("/api/ledger/books/{id}")
        String write(@PathVariable String id, @RequestBody String body, CurrentUser user) {
            return id;
        }

        @DeleteMapping("/api/ledger/books/{id}")
        @PreAuthorize("hasRole('ADMIN')")
        @ResponseStatus(HttpStatus.NO_CONTENT)
        void remove(@PathVariable String id) {}

        @PostMapping("/api/ledger/imports/books")
        void importAll() {}

        @PostMapping("/api/ledger/absent/{id}")
        void absent(@PathVariable String id) {
            throw ProblemException.notFound();
        }

        @PostMapping("/api/ledger/links/{key}/{id}")
        void follow(@PathVariable String key, @PathVariable String id) {}
    }
}
