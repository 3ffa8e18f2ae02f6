package fr.agora.projects;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the projects service. */
@SpringBootApplication
@EnableScheduling
public class ProjectsService {

    public static void main(String[] arguments) {
        SpringApplication.run(ProjectsService.class, arguments);
    }
}
