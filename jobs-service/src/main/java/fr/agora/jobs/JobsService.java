package fr.agora.jobs;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the jobs service. */
@SpringBootApplication
public class JobsService {

    public static void main(String[] arguments) {
        SpringApplication.run(JobsService.class, arguments);
    }
}
