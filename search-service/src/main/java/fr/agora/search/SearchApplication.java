package fr.agora.search;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The search service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class SearchApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(SearchApplication.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
