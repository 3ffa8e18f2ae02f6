package fr.agora.projects;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the projects service. */
@SpringBootApplication
public class ProjectsService {

    public static void main(String[] arguments) {
        SpringApplication.run(ProjectsService.class, arguments);
    }
}
