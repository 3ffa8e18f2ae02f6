package fr.agora.sample;

import fr.agora.platform.security.PublicEndpoints;
import fr.agora.platform.ui.Visitor;
import fr.agora.platform.ui.Visitors;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;

/** Shows every fragment; {@code main} serves it for looking at. */
@SpringBootApplication
public class SampleApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(SampleApplication.class, arguments);
    }

    @Bean
    PublicEndpoints everything() {
        return PublicEndpoints.reading("/**").and(HttpMethod.POST, "/offres/nouvelle");
    }

    /** Somebody is logged in when the gateway's token header is there. */
    @Bean
    Visitors visitors() {
        return request -> request.getHeader("X-Agora-Csrf") == null && request.getParameter("as") == null
                ? Optional.empty()
                : Optional.of(new Visitor("amina", "Amina Belkacem", "dinum", Set.of("member", "recruiter")));
    }
}
