package fr.agora.directory;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the directory. */
@SpringBootApplication
@EnableScheduling
public class DirectoryService {

    public static void main(String[] arguments) {
        SpringApplication.run(DirectoryService.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
